// What reads a PDF, away from the page. The module of pdf.js listens as soon as it is loaded.
import './with-resolvers.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
