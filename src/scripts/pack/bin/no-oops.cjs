#!/usr/bin/env node
// What npm calls. It is written as JavaScript was in 2009: a Node that is too old for the command has to read it to say so.
'use strict'
if (Number(process.versions.node.split('.')[0]) >= 22) require('./start.cjs')
else {
  process.stderr.write('no-oops needs Node.js 22 or newer; this is ' + process.versions.node + '.\n')
  process.stderr.write('Install one (https://nodejs.org) and give the command again.\n')
  process.exitCode = 2
}
