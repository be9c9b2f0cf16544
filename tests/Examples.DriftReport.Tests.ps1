BeforeAll {
    Import-Module "$PSScriptRoot/../out/IdentityPool/IdentityPool.psd1" -Force
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    $script = "$PSScriptRoot/../examples/04-drift-report.ps1"
    $report = "$TestDrive/report/drift.xml"

    # Attributes and order of elements that build servers agree on.
    $schema = @'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="testsuites"><xs:complexType><xs:sequence><xs:element name="testsuite" type="suite" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="suite">
    <xs:sequence>
      <xs:element name="properties"/>
      <xs:element name="testcase" type="case" maxOccurs="unbounded"/>
      <xs:element name="system-out" type="xs:string"/>
      <xs:element name="system-err" type="xs:string"/>
    </xs:sequence>
    <xs:attribute name="name" type="xs:token" use="required"/>
    <xs:attribute name="package" type="xs:token" use="required"/>
    <xs:attribute name="id" type="xs:int" use="required"/>
    <xs:attribute name="timestamp" use="required">
      <xs:simpleType><xs:restriction base="xs:dateTime"><xs:pattern value="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"/></xs:restriction></xs:simpleType>
    </xs:attribute>
    <xs:attribute name="hostname" type="xs:token" use="required"/>
    <xs:attribute name="tests" type="xs:int" use="required"/>
    <xs:attribute name="failures" type="xs:int" use="required"/>
    <xs:attribute name="errors" type="xs:int" use="required"/>
    <xs:attribute name="time" type="xs:decimal" use="required"/>
  </xs:complexType>
  <xs:complexType name="case">
    <xs:choice minOccurs="0"><xs:element name="failure" type="problem"/><xs:element name="error" type="problem"/></xs:choice>
    <xs:attribute name="name" type="xs:token" use="required"/>
    <xs:attribute name="classname" type="xs:token" use="required"/>
    <xs:attribute name="time" type="xs:decimal" use="required"/>
  </xs:complexType>
  <xs:complexType name="problem"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="message" type="xs:string"/>
    <xs:attribute name="type" type="xs:string" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
</xs:schema>
'@

    function Read-Report {
        $settings = [Xml.XmlReaderSettings]::new()
        $settings.ValidationType = 'Schema'
        $null = $settings.Schemas.Add('', [Xml.XmlReader]::Create([IO.StringReader]::new($schema)))
        $document = [Xml.XmlDocument]::new()
        $reader = [Xml.XmlReader]::Create($report, $settings)
        try { $document.Load($reader) } finally { $reader.Dispose() }
        $document
    }

    function Set-Definition([string] $Name, [string] $Text) { Set-Content -LiteralPath "$folder/$Name" -Value $Text }
    function Invoke-Script([hashtable] $More = @{}) { @(& $script $folder -ReportPath $report -Session $session @More -InformationAction Ignore) }

    # The calls so far that the help of the script does not name under its permissions.
    function Get-Undocumented($Session) {
        $notes = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($script), [ref] $null, [ref] $null).GetHelpContent().Notes
        $Session.Sandbox.Calls | Where-Object { $notes -notmatch "\b$($_.Operation)\b" } | ForEach-Object Operation | Sort-Object -Unique
    }
}

AfterAll {
    Disconnect-IdentityPool
}

Describe 'examples/04-drift-report.ps1' {
    BeforeEach {
        $session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
        $folder = "$TestDrive/definitions"
        if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
        if (Test-Path -LiteralPath $report) { Remove-Item -LiteralPath $report }
        $null = New-Item -ItemType Directory -Path $folder
        New-IdentityPool shop | Export-IdentityPool "$folder/shop.template.yaml"
        Set-Definition 'tenants.ps1' "'one', 'two' | ForEach-Object { New-IdentityPool `$_ -AllowUnauthenticatedIdentities:`$false -Tag @{ tenant = `$_ } }"
        Set-Definition 'tenants.Tests.ps1' "throw 'no definition'"
        Set-Definition 'notes.txt' 'no definition either'
        Import-IdentityPool "$folder/shop.template.yaml" | Publish-IdentityPool
        & "$folder/tenants.ps1" | Publish-IdentityPool
        $session.Sandbox.ClearCalls()
    }

    It 'finds nothing where nothing differs: exit code 0' {
        $checks = Invoke-Script
        $LASTEXITCODE | Should -Be 0
        $checks.Pool | Should -Be shop, one, two
        $checks.Result | Should -Be Equal, Equal, Equal
        $document = Read-Report
        @($document.SelectNodes('/testsuites/testsuite')).name | Should -Be shop.template.yaml, tenants.ps1
        @($document.SelectNodes('//testcase')) | Should -HaveCount 3
        @($document.SelectNodes('//testcase/*')) | Should -HaveCount 0
        $session.Sandbox.Calls | Where-Object Mutating | Should -BeNullOrEmpty
    }

    It 'lists each change of a pool that differs: exit code 2' {
        New-IdentityPool one -AllowUnauthenticatedIdentities -Tag @{ tenant = 'one' } | Add-LoginProvider -Facebook 5550001 | Publish-IdentityPool
        Set-Definition 'odd.ps1' "New-IdentityPool odd | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource 'arn:aws:s3:::x/<a>&`"b`"'"
        $checks = Invoke-Script
        $LASTEXITCODE | Should -Be 2
        ($checks | Where-Object Pool -EQ one).Result | Should -Be Drift
        ($checks | Where-Object Pool -EQ one).Changes | Should -Be 1
        $document = Read-Report
        $failure = $document.SelectSingleNode("//testcase[@name='one']/failure")
        $failure.InnerText | Should -Be '~ AllowUnauthenticatedIdentities: true -> false'
        $failure.message | Should -Be '1 differences'
        $document.SelectSingleNode("//testcase[@name='odd']/failure").InnerText | Should -Match ([regex]::Escape('arn:aws:s3:::x/<a>&"b"'))
        $document.SelectSingleNode("//testsuite[@name='tenants.ps1']").failures | Should -Be 1
    }

    It 'calls nothing that its help does not name' {
        Set-Definition 'new.ps1' @'
New-IdentityPool new |
    Add-UserPoolAuthentication (New-UserPool people) |
    Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.example.com -ClientId web)
'@
        $null = Invoke-Script
        Get-Undocumented $session | Should -BeNullOrEmpty
    }

    Context 'a pool that a stack created' {
        BeforeEach {
            function Invoke-Stack([string] $Operation, [hashtable] $Value) {
                $session.Sandbox.Invoke($Operation, (ConvertTo-Json -Depth 9 $Value)) | ConvertFrom-Json
            }

            Get-ChildItem $folder | Remove-Item
            Set-Definition 'app.template.yaml' @'
Parameters: { Stage: { Type: String } }
Resources:
  AppPool:
    Type: AWS::Cognito::IdentityPool
    Properties: { AllowUnauthenticatedIdentities: false, DeveloperProviderName: !Sub 'login.${Stage}' }
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
            $id = (Invoke-Stack CreateIdentityPool @{
                IdentityPoolName = 'AppPool_1a2b3c4d'
                AllowUnauthenticatedIdentities = $false
                DeveloperProviderName = 'login.prod'
                IdentityPoolTags = @{ 'aws:cloudformation:stack-name' = 'app-prod' }
            }).IdentityPoolId
            $trust = ConvertTo-Json -Depth 9 @{
                Version = '2012-10-17'
                Statement = @(@{
                    Effect = 'Allow'
                    Principal = @{ Federated = 'cognito-identity.amazonaws.com' }
                    Action = 'sts:AssumeRoleWithWebIdentity'
                    Condition = @{
                        StringEquals = @{ 'cognito-identity.amazonaws.com:aud' = $id }
                        'ForAnyValue:StringLike' = @{ 'cognito-identity.amazonaws.com:amr' = 'authenticated' }
                    }
                })
            }
            $role = (Invoke-Stack CreateRole @{ RoleName = 'app-prod-AppRole-5E6F7G8H'; AssumeRolePolicyDocument = $trust }).Role
            $null = Invoke-Stack SetIdentityPoolRoles @{ IdentityPoolId = $id; Roles = @{ authenticated = $role.Arn } }
            $stack = @{ PoolId = @{ AppPool = $id }; ParameterValue = @{ Stage = 'prod' } }
        }

        It 'is equal to its template while nobody changes it: exit code 0' {
            (Invoke-Script $stack).Result | Should -Be Equal
            $LASTEXITCODE | Should -Be 0
            Get-Undocumented $session | Should -BeNullOrEmpty
        }

        It 'differs in what somebody changed, and in nothing else: exit code 2' {
            $null = Invoke-Stack AttachRolePolicy @{ RoleName = $role.RoleName; PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess' }
            (Invoke-Script $stack).Changes | Should -Be 1
            $LASTEXITCODE | Should -Be 2
            (Read-Report).SelectSingleNode('//failure').InnerText |
                Should -Be '- Roles[Authenticated].ManagedPolicyArns (was arn:aws:iam::aws:policy/AdministratorAccess)'
        }

        It 'is not published over: <ErrorId>' -ForEach @(
            @{ ErrorId = 'PoolOfStack'; Adopt = $false; Change = {} }
            @{ ErrorId = 'AttachedTrustDiffers'; Adopt = $true; Change = { $null = Invoke-Stack UpdateAssumeRolePolicy @{ RoleName = $role.RoleName; PolicyDocument = $trust.Replace('"authenticated"', '"*"') } } }
        ) {
            . $Change
            $pool = Import-IdentityPool "$folder/app.template.yaml" -ParameterValue @{ Stage = 'prod' } -Region eu-west-1 -AccountId $session.AccountId
            { $pool | Publish-IdentityPool -Id $id -Session $session -Adopt:$Adopt -WhatIf } | Should -Throw -ErrorId "$ErrorId,*"
            { $pool | Publish-IdentityPool -Id $id -Session $session -Adopt:$Adopt -Force } | Should -Throw -ErrorId "$ErrorId,*"
            $session.Sandbox.Calls | Where-Object Mutating | Should -BeNullOrEmpty
        }

        It 'is taken over with -Adopt, and nothing is created' {
            $pool = Import-IdentityPool "$folder/app.template.yaml" -ParameterValue @{ Stage = 'prod' } -Region eu-west-1 -AccountId $session.AccountId
            $pool | Publish-IdentityPool -Id $id -Session $session -Adopt
            ($session.Sandbox.Calls | Where-Object Mutating).Operation | Should -Be TagResource
            $pool | Publish-IdentityPool -Id $id -Session $session
            $pool | Compare-IdentityPool -Id $id -Session $session | Should -BeNullOrEmpty
        }
    }

    It 'counts what nobody mentioned only with -Prune' {
        New-IdentityPool one | Add-LoginProvider -Facebook 5550001 | Publish-IdentityPool
        (Invoke-Script).Result | Should -Be Equal, Equal, Equal
        (Invoke-Script @{ Prune = $true }).Result | Should -Be Equal, Drift, Equal
        $LASTEXITCODE | Should -Be 2
    }

    It 'tells what could not be checked, and checks the rest: exit code 1' {
        Set-Definition 'broken.yaml' "Resources:`n  - ["
        Set-Definition 'empty.json' '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}'
        Set-Definition 'talks.ps1' "'hello'; New-IdentityPool talks"
        Set-Definition 'throws.ps1' "throw `"gone wrong`a`""
        Set-Definition 'unresolved.ps1' "New-IdentityPool unresolved | Add-UserPoolAuthentication @{ Ref = 'Customers' } -UserPoolClient @{ Ref = 'Client' }"
        New-IdentityPool two -AllowUnauthenticatedIdentities | Publish-IdentityPool
        $checks = Invoke-Script
        $LASTEXITCODE | Should -Be 1
        ($checks | Where-Object Result -EQ Error).File | Should -Be broken.yaml, empty.json, talks.ps1, throws.ps1, unresolved.ps1
        ($checks | Where-Object Result -EQ Drift).Pool | Should -Be two
        $document = Read-Report
        @($document.SelectNodes('//error')) | Should -HaveCount 5
        $document.SelectSingleNode("//testsuite[@name='talks.ps1']//error").message | Should -Match 'something other than identity pools: String'
        $document.SelectSingleNode("//testsuite[@name='throws.ps1']//error").message | Should -Be 'gone wrong?'
        $document.SelectSingleNode("//testsuite[@name='unresolved.ps1']//error").message | Should -Match Customers
    }

    It 'says so when AWS does not answer: exit code 1' {
        $session.Sandbox.DenyAction('cognito-identity:*')
        $checks = Invoke-Script
        $LASTEXITCODE | Should -Be 1
        $checks.Result | Should -Be Error, Error, Error
        (Read-Report).SelectSingleNode('//error').InnerText | Should -Match 'ListIdentityPools'
    }

    It 'writes no report when there is nothing to check: exit code 1, <Case>' -ForEach @(
        @{ Case = 'an empty folder'; Sub = 'empty' }
        @{ Case = 'no folder'; Sub = 'none' }
    ) {
        $null = New-Item -ItemType Directory -Path "$folder/empty"
        $folder = "$folder/$Sub"
        Invoke-Script 2> $null | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 1
        $report | Should -Not -Exist
    }

    It 'shows no secret' {
        Set-Definition 'bird.ps1' @'
$secret = ConvertTo-SecureString 'newsecretvalue' -AsPlainText -Force
New-IdentityPool bird | Add-LoginProvider -Twitter ([pscredential]::new('consumerkey', $secret))
'@
        $secret = ConvertTo-SecureString 'oldsecretvalue' -AsPlainText -Force
        New-IdentityPool bird | Add-LoginProvider -Twitter ([pscredential]::new('consumerkey', $secret)) | Publish-IdentityPool
        (Invoke-Script | Where-Object Pool -EQ bird).Result | Should -Be Drift
        [IO.File]::ReadAllText($report) | Should -Not -Match 'secretvalue'
    }
}
