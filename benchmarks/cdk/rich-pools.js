// Synthesizes rich identity pools with aws-cdk-lib in this one process, without the `cdk` command line:
//
//     node rich-pools.js <count> <output directory>
//
// ../rich-pools.ps1 defines the same pools with IdentityPool.
'use strict';

const { App, Lazy, Stack } = require('aws-cdk-lib');
const { UserPool } = require('aws-cdk-lib/aws-cognito');
const {
  IdentityPool,
  IdentityPoolProviderUrl,
  RoleMappingMatchType,
  UserPoolAuthenticationProvider,
} = require('aws-cdk-lib/aws-cognito-identitypool');
const { FederatedPrincipal, PolicyStatement, Role } = require('aws-cdk-lib/aws-iam');

// Nine resources a pool, and CloudFormation allows 500 in a stack.
const poolsPerStack = 55;

function addRichPool(stack, number) {
  // The trust policies name the pool that the roles are mapped in, and the pool is constructed with the mapping:
  // the CDK leaves this circle to be closed by a lazy value.
  const mappedRole = (name) =>
    new Role(stack, `${name}${number}`, {
      assumedBy: new FederatedPrincipal(
        'cognito-identity.amazonaws.com',
        {
          StringEquals: {
            'cognito-identity.amazonaws.com:aud': Lazy.string({ produce: () => pool.identityPoolId }),
          },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        },
        'sts:AssumeRoleWithWebIdentity',
      ),
    });

  const pool = new IdentityPool(stack, `Shop${number}`, {
    identityPoolName: `shop-${number}`,
    authenticationProviders: {
      userPools: [
        new UserPoolAuthenticationProvider({
          userPool: new UserPool(stack, `Customers${number}`, { userPoolName: `customers-${number}` }),
        }),
      ],
      amazon: { appId: 'amzn1.application.shop' },
      google: { clientId: '123456789012-shop.apps.googleusercontent.com' },
    },
    roleMappings: [
      {
        providerUrl: IdentityPoolProviderUrl.GOOGLE,
        rules: [
          { claim: 'email', claimValue: 'admin@shop.example', mappedRole: mappedRole('Admin') },
          {
            claim: 'hd',
            claimValue: 'shop.example',
            mappedRole: mappedRole('Staff'),
            matchType: RoleMappingMatchType.CONTAINS,
          },
        ],
      },
    ],
  });

  pool.authenticatedRole.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::shop-${number}-pictures/*`] }),
  );
}

const [count, outdir] = process.argv.slice(2);
const app = new App({ outdir });
let stack;
for (let number = 1; number <= Number(count); number++) {
  if ((number - 1) % poolsPerStack === 0) {
    stack = new Stack(app, `Shops${Math.ceil(number / poolsPerStack)}`);
  }
  addRichPool(stack, number);
}
app.synth();
