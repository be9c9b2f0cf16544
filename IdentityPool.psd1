@{
    RootModule           = 'IdentityPool.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f6f3c2e-8d0b-4f0a-9c55-0d8a3f3f1b7e'
    Author               = 'IdentityPool contributors'
    CompanyName          = 'IdentityPool contributors'
    Copyright            = '(c) IdentityPool contributors. Apache-2.0.'
    Description          = 'Manage Amazon Cognito identity pools with PowerShell: create an immutable definition that is checked against all AWS limits, publish it or write it as a CloudFormation template, and read definitions from AWS and from templates.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    # The types file names a class of the assembly, and the engine reads it before the root module.
    RequiredAssemblies   = @('IdentityPool.dll')
    TypesToProcess       = @('IdentityPool.Types.ps1xml')
    FormatsToProcess     = @('IdentityPool.Format.ps1xml')
    CmdletsToExport      = @(
        'Add-DeveloperProvider'
        'Add-IdentityPoolSuppression'
        'Add-LoginProvider'
        'Add-OpenIdConnectProvider'
        'Add-PrincipalTag'
        'Add-RoleMapping'
        'Add-RoleMappingRule'
        'Add-SamlProvider'
        'Add-UserPoolAuthentication'
        'Add-UserPoolGroup'
        'Compare-IdentityPool'
        'Connect-IdentityPool'
        'ConvertFrom-IdentityPoolTemplate'
        'ConvertTo-IdentityPoolDiagram'
        'ConvertTo-IdentityPoolJUnit'
        'ConvertTo-IdentityPoolSarif'
        'ConvertTo-IdentityPoolTemplate'
        'Copy-IdentityPool'
        'Disconnect-IdentityPool'
        'Export-IdentityPool'
        'Get-IdentityPool'
        'Get-IdentityPoolCredential'
        'Get-IdentityPoolFinding'
        'Get-IdentityPoolSession'
        'Grant-IdentityPoolAccess'
        'Import-IdentityPool'
        'New-IdentityPool'
        'New-IdentityPoolRole'
        'New-OpenIdConnectProvider'
        'New-PolicyStatement'
        'New-RoleMappingRule'
        'New-SamlProvider'
        'New-UserPool'
        'New-UserPoolClient'
        'New-UserPoolGroup'
        'Publish-IdentityPool'
        'Remove-DeveloperProvider'
        'Remove-IdentityPool'
        'Remove-LoginProvider'
        'Remove-OpenIdConnectProvider'
        'Remove-PrincipalTag'
        'Remove-RoleMapping'
        'Remove-RoleMappingRule'
        'Remove-SamlProvider'
        'Remove-UserPoolAuthentication'
        'Remove-UserPoolGroup'
        'Resolve-IdentityPoolRole'
        'Revoke-IdentityPoolAccess'
        'Set-IdentityPool'
        'Set-IdentityPoolRole'
        'Set-LoginProvider'
        'Set-PrincipalTag'
        'Set-RoleMapping'
        'Set-RoleMappingRule'
        'Set-UserPoolAuthentication'
        'Test-IdentityPool'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'AWS', 'Cognito', 'IdentityPool', 'CloudFormation', 'IAM')
            LicenseUri   = 'https://github.com/identitypool/identitypool/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/identitypool/identitypool'
            IconUri      = 'https://raw.githubusercontent.com/identitypool/identitypool/main/docs/images/icon.png'
            # The package has the changelog's text here.
            ReleaseNotes = 'https://github.com/identitypool/identitypool/blob/main/CHANGELOG.md'
        }
    }
}
