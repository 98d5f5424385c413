/** Words of the command `simulate`. */
export const simulateWords = {
  about: '模拟多台设备与服务器在断网、断电、恢复旧备份中的同步，逐条核对不变量',
  seed: '随机数种子，整数；同一种子结果相同',
  devices: '设备台数，2 至 20（默认 5）',
  steps: '步数，1 至 100000（默认 2000）',
  notes: [
    '只在源代码目录中可用；不接触任何真实的库和网络。',
    '某条不变量不成立时退出码为 1，并印出种子、步数和最后的动作。',
    '例：yichuang simulate --seed 1 --devices 5 --steps 2000',
  ],
  notANumber: (flag: string, from: number, to: number) => `${flag} 应是 ${from} 至 ${to} 的整数`,
  noSource: '这里没有源代码，不能模拟：请在源代码目录中运行 npm run -s yichuang -- simulate',
} as const
