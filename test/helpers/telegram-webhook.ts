import type { Update, WebhookInfo } from 'grammy/types';
import { type Payload, Refusal } from './telegram-protocol.js';

/** Where updates are pushed to, if anywhere. */
export class Webhook {
  url = '';
  private secret = '';
  /** Updates that could not be brought to the address. */
  pending = 0;

  set({ url, secret_token }: Payload): true {
    const address = String(url);
    if (!address.startsWith('https://')) {
      throw new Refusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    }
    const secret = String(secret_token ?? '');
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) {
      throw new Refusal(400, 'Bad Request: secret token contains unallowed characters');
    }
    this.url = address;
    this.secret = secret;
    return true;
  }

  delete(): true {
    this.url = '';
    this.secret = '';
    return true;
  }

  info(): WebhookInfo {
    return { url: this.url, has_custom_certificate: false, pending_update_count: this.pending };
  }

  /** Pushes an update to where the address leads (a port of this machine, for a test); the status of the answer. */
  async push(update: Update, origin: string): Promise<number> {
    const response = await fetch(`${origin}${new URL(this.url).pathname}`, {
      method: 'POST',
      body: JSON.stringify(update),
      headers: {
        'content-type': 'application/json',
        ...(this.secret !== '' && { 'x-telegram-bot-api-secret-token': this.secret }),
      },
    });
    return response.status;
  }
}
