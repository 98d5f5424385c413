/** What a request for files needs: where the server is, and the token of now. */
export interface Access {
  readonly server: string
  readonly token: string
  readonly epoch: string
}
