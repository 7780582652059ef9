export let token: string | undefined;
export let logins = 0;

export function login(fresh: string): void {
  token = fresh;
  logins++;
}
