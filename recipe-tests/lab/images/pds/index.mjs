// A PDS, and an answer for the server before it: whether a name is one that it may have a certificate made for.
import { PDS, envToCfg, envToSecrets, readEnv } from '@atproto/pds';

const env = readEnv();
const settings = envToCfg(env);
const pds = await PDS.create(settings, envToSecrets(env));

// The PDS' own name and those of its accounts, which lie below its handle domains; 404 for one that nobody has.
async function certifiable(name) {
  if (name === undefined) return 400;
  if (name === settings.service.hostname) return 200;
  if (!settings.identity.serviceHandleDomains.some((domain) => name.endsWith(domain))) return 400;
  return (await pds.ctx.accountManager.getAccount(name)) ? 200 : 404;
}

pds.app.get('/tls-check', async (request, response, failed) => {
  try {
    const { domain } = request.query;
    const status = await certifiable(typeof domain === 'string' ? domain.toLowerCase() : undefined);
    response.status(status).json({ success: status === 200 });
  } catch (e) {
    failed(e);
  }
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await pds.destroy();
    process.exit(0);
  });
}
await pds.start();
