/** As much of Node's process as commander looks at where it is told how to write and how to end. */
export default { argv: [], env: {}, execArgv: [], platform: 'browser', versions: {}, stdout: {}, stderr: {} }
