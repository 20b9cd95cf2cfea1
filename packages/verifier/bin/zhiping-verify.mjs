#!/usr/bin/env node
console.error('尚无可用的核验命令');
process.exit(3);
