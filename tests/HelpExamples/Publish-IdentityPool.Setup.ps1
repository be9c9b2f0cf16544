# An account with a pool named shop, which people sign in to with Facebook.
Connect-IdentityPool -Sandbox
New-IdentityPool shop | Add-LoginProvider -Facebook 102030405060708 | Publish-IdentityPool

# A pool named app, which a CloudFormation stack created of a template, and a policy that someone attached to its role since.
Set-Content app.template.yaml @'
Resources:
  AppPool:
    Type: AWS::Cognito::IdentityPool
    Properties: { IdentityPoolName: app, AllowUnauthenticatedIdentities: false }
  AppRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals: { cognito-identity.amazonaws.com:aud: !Ref AppPool }
              ForAnyValue:StringLike: { cognito-identity.amazonaws.com:amr: authenticated }
  AppRoles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties: { IdentityPoolId: !Ref AppPool, Roles: { authenticated: !GetAtt AppRole.Arn } }
'@
function Invoke-Stack([string] $Operation, [hashtable] $Value) {
    (Get-IdentityPoolSession).Sandbox.Invoke($Operation, (ConvertTo-Json -Depth 9 $Value)) | ConvertFrom-Json
}

$app = Invoke-Stack CreateIdentityPool @{
    IdentityPoolName = 'app'
    AllowUnauthenticatedIdentities = $false
    IdentityPoolTags = @{ 'aws:cloudformation:stack-name' = 'app-prod'; 'aws:cloudformation:logical-id' = 'AppPool' }
}
$trust = ConvertTo-Json -Depth 9 @{
    Version = '2012-10-17'
    Statement = @(@{
        Effect = 'Allow'
        Principal = @{ Federated = 'cognito-identity.amazonaws.com' }
        Action = 'sts:AssumeRoleWithWebIdentity'
        Condition = @{
            StringEquals = @{ 'cognito-identity.amazonaws.com:aud' = $app.IdentityPoolId }
            'ForAnyValue:StringLike' = @{ 'cognito-identity.amazonaws.com:amr' = 'authenticated' }
        }
    })
}
$role = Invoke-Stack CreateRole @{ RoleName = 'app-prod-AppRole-1A2B3C4D'; AssumeRolePolicyDocument = $trust }
$null = Invoke-Stack SetIdentityPoolRoles @{ IdentityPoolId = $app.IdentityPoolId; Roles = @{ authenticated = $role.Role.Arn } }
$null = Invoke-Stack AttachRolePolicy @{ RoleName = $role.Role.RoleName; PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess' }
