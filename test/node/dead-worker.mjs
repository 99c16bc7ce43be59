/** A worker that ends itself before it has begun to listen, for the tests of threads. */
import process from 'node:process';

process.exit(0);
