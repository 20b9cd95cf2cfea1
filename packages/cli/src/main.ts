console.log('zhiping');
