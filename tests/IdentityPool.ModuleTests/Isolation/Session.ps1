# A session that gets other builds of the module's dependencies first and the module second. Writes every loaded assembly: when, context, name, version, path.
param([string] $Work, [string] $File, [Parameter(ValueFromRemainingArguments)] [string[]] $Foreign)
$ErrorActionPreference = 'Stop'

function Show-Assembly([string] $When) {
    foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
        foreach ($assembly in $context.Assemblies) {
            if (-not $assembly.IsDynamic) {
                $name = $assembly.GetName()
                "$When|$($context.Name)|$($name.Name)|$($name.Version)|$($assembly.Location)"
            }
        }
    }
}

foreach ($path in $Foreign) { [void][System.Reflection.Assembly]::LoadFrom($path) }
Show-Assembly Before

Import-Module IdentityPool
$pool = New-IdentityPool -Name shop -LogicalId Shop | Add-LoginProvider -Facebook 102030405060708
switch ($Work) {
    'Reference' {
        $pool | ConvertTo-IdentityPoolTemplate | Out-Null
        $pool | Compare-IdentityPool -ReferenceObject $pool
        $null = Get-IdentityPool -Id eu-west-1:12345678-1234-1234-1234-123456789012 -AsReference
    }
    'Live' {
        $session = Connect-IdentityPool -Sandbox -PassThru
        $published = $pool | Publish-IdentityPool -PassThru
        if ((Get-IdentityPool).Id -ne $published.Id) { throw 'What was read is not what was published.' }
        if ($pool | Compare-IdentityPool) { throw 'What was published is not as defined.' }
        $guests = New-IdentityPool guests -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru
        if (-not ($guests | Get-IdentityPoolCredential).AccessKeyId) { throw 'A guest got no credentials.' }
        if (-not ($guests | Get-IdentityPoolFinding -Session $session)) { throw 'Nothing was found of a pool for guests.' }
        $guests | Remove-IdentityPool -Force
        $published | Remove-IdentityPool -Force
        if (Get-IdentityPool) { throw 'What was removed is still there.' }
    }
    'Network' {
        # Nobody listens there: the whole way of a call is gone, but for the answer.
        $env:AWS_MAX_ATTEMPTS = '1'
        $key = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString secret -AsPlainText -Force))
        try {
            Get-IdentityPool -Region eu-west-1 -EndpointUrl http://127.0.0.1:9 -Credential $key
            throw 'Somebody answered.'
        } catch [System.Management.Automation.RuntimeException] {
            if ($_.FullyQualifiedErrorId -notlike '*,IdentityPools.Commands.GetIdentityPoolCommand') { throw }
        }
    }
    default {
        $pool | Export-IdentityPool -Path $File -Format $Work
        if ((Import-IdentityPool -Path $File) -ne $pool) { throw 'What was read is not what was written.' }
    }
}

Show-Assembly After
