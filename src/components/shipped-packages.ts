import lock from '../../package-lock.json?raw'

interface Lock {
  packages: { '': { dependencies: Record<string, string> } } & Record<
    string,
    { version: string; license?: string }
  >
}

const { packages } = JSON.parse(lock) as Lock

/** The packages of others whose code is in the site, the service or the command, with their licences as they state them. */
export const shippedPackages = Object.keys(packages[''].dependencies).map((name) => {
  const { version, license } = packages[`node_modules/${name}`]!
  return { name, version, licence: license ?? 'see the package' }
})
