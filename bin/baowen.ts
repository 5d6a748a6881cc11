console.log('x' as string);
