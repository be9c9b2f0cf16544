using System.Text.RegularExpressions;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>The changes of every week, one line each: what the plan says, that its hash is the one of the publication, and what there is then.</summary>
public sealed partial class EverydayChangeTests : IDisposable
{
    private const string Setup = """
        $account.Sandbox.AddUserPool('eu-west-1_Ab1Cd2Ef3', 'web', 'app')
        $account.Sandbox.AddUserPool('eu-west-1_Gh4Ij5Kl6', 'old')
        $editor = New-IdentityPoolRole Editor -PermissionsBoundary arn:aws:iam::aws:policy/PowerUserAccess
        $viewer = New-IdentityPoolRole Viewer
        New-IdentityPool shop -AllowUnauthenticatedIdentities -Tag @{ team = 'web'; stage = 'test' } |
            Add-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient web |
            Add-UserPoolAuthentication eu-west-1_Gh4Ij5Kl6 -UserPoolClient old |
            Add-LoginProvider -Google g.apps.googleusercontent.com -Facebook 102030405060708 |
            Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ann@shop.example $editor), (New-RoleMappingRule hd shop.example $viewer) |
            Add-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient web -Rule (New-RoleMappingRule custom:dept sales $viewer) |
            Add-PrincipalTag -Provider Google -Tag @{ team = 'hd' } |
            Grant-IdentityPoolAccess -Role Editor -Action s3:GetObject, s3:PutObject -Resource arn:aws:s3:::shop/* |
            Publish-IdentityPool
        """;

    private readonly SandboxShell shell = new();

    public EverydayChangeTests() => shell.Run(Setup);

    /// <summary>The command between Get-IdentityPool and Publish-IdentityPool, the lines of the plan, and what holds then of the pool.</summary>
    public static TheoryData<string, string, string> Changes { get; } =
        new()
        {
            {
                "Set-IdentityPool -AllowUnauthenticatedIdentities:$false",
                """
                      ~ AllowUnauthenticatedIdentities: true -> false (cognito-identity:UpdateIdentityPool)
                    """,
                "-not $pool.AllowUnauthenticatedIdentities"
            },
            {
                "Add-RoleMappingRule -Provider Google -At 2 -Rule (New-RoleMappingRule email ceo@shop.example Editor)",
                """
                      ~ RoleMappings[accounts.google.com].Rules[1] (cognito-identity:SetIdentityPoolRoles)
                        - hd Equals shop.example -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                        + email Equals ceo@shop.example -> arn:aws:iam::123456789012:role/Editor-<GUID>
                      + RoleMappings[accounts.google.com].Rules[2] (cognito-identity:SetIdentityPoolRoles)
                        + hd Equals shop.example -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                    """,
                "\"$($pool.RoleMappings.Where({ $_.ProviderUrl -eq 'accounts.google.com' }).Rules.ClaimValue)\" -eq 'ann@shop.example ceo@shop.example shop.example'"
            },
            {
                "Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient web -NewUserPoolClient app",
                """
                      + UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:app] (cognito-identity:UpdateIdentityPool)
                        + cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:app
                      + RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:app] (cognito-identity:SetIdentityPoolRoles)
                        + custom:dept Equals sales -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                        + else Deny
                      - RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web] (cognito-identity:SetIdentityPoolRoles)
                        - custom:dept Equals sales -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                        - else Deny
                      - UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web] (cognito-identity:UpdateIdentityPool)
                        - cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web
                    """,
                "\"$($pool.UserPools.ClientId | Sort-Object)\" -eq 'app old' -and $pool.RoleMappings.ProviderUrl -like '*:app'"
            },
            {
                "Remove-LoginProvider Facebook",
                """
                      - LoginProviders[graph.facebook.com] (was 102030405060708) (cognito-identity:UpdateIdentityPool)
                    """,
                "\"$($pool.LoginProviders.Provider)\" -eq 'Google'"
            },
            {
                "Set-RoleMappingRule -Provider Google -At 1 -MappedRole Viewer",
                """
                      ~ RoleMappings[accounts.google.com].Rules[0] (cognito-identity:SetIdentityPoolRoles)
                        - email Equals ann@shop.example -> arn:aws:iam::123456789012:role/Editor-<GUID>
                        + email Equals ann@shop.example -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                      - Roles[Editor] (iam:DeleteRolePolicy)
                        - arn:aws:iam::123456789012:role/Editor-<GUID>
                      > Editor-<GUID> (iam:DeleteRole)
                    """,
                "\"$($pool.RoleMappings.Where({ $_.ProviderUrl -eq 'accounts.google.com' }).Rules.MappedRole.Name)\" -eq 'Viewer Viewer'"
            },
            {
                "Set-UserPoolAuthentication eu-west-1_Ab1Cd2Ef3 -UserPoolClient web -DisableServerSideTokenCheck",
                """
                      ~ UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web].ServerSideTokenCheck (cognito-identity:UpdateIdentityPool)
                        - true
                        + false
                    """,
                "\"$($pool.UserPools.Where({ -not $_.ServerSideTokenCheck }).ClientId)\" -eq 'web'"
            },
            {
                "Set-IdentityPool -RemoveTag stage",
                """
                      - Roles[Authenticated].Tags[stage] (was test) (iam:UntagRole)
                      - Roles[Unauthenticated].Tags[stage] (was test) (iam:UntagRole)
                      - Roles[Editor].Tags[stage] (was test) (iam:UntagRole)
                      - Roles[Viewer].Tags[stage] (was test) (iam:UntagRole)
                      - Tags[stage] (was test) (cognito-identity:UntagResource)
                    """,
                "\"$($pool.Tags.Keys)\" -eq 'team'"
            },
            {
                "Set-RoleMapping -UserPool eu-west-1_Ab1Cd2Ef3 -UserPoolClient web -UseToken",
                """
                      ~ RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web].Type (cognito-identity:SetIdentityPoolRoles)
                        - Rules
                        + Token
                      - RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web].Rules[0] (cognito-identity:SetIdentityPoolRoles)
                        - custom:dept Equals sales -> arn:aws:iam::123456789012:role/Viewer-<GUID>
                    """,
                "\"$($pool.RoleMappings.Where({ $_.Type -eq 'Token' }).ProviderUrl)\" -like '*eu-west-1_Ab1Cd2Ef3:web'"
            },
            {
                "Set-IdentityPool -Name store",
                """
                      ~ Name: shop -> store (cognito-identity:UpdateIdentityPool)
                    """,
                "$pool.Name -eq 'store'"
            },
            {
                "Copy-IdentityPool -Name shop-eu",
                """
                      + Name = shop-eu (cognito-identity:CreateIdentityPool)
                      + AllowUnauthenticatedIdentities = true (cognito-identity:CreateIdentityPool)
                      + AllowClassicFlow = false (cognito-identity:CreateIdentityPool)
                      + UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web] (cognito-identity:CreateIdentityPool)
                        + cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web
                      + UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Gh4Ij5Kl6:old] (cognito-identity:CreateIdentityPool)
                        + cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Gh4Ij5Kl6:old
                      + LoginProviders[accounts.google.com] = g.apps.googleusercontent.com (cognito-identity:CreateIdentityPool)
                      + LoginProviders[graph.facebook.com] = 102030405060708 (cognito-identity:CreateIdentityPool)
                      + Tags[stage] = test (cognito-identity:CreateIdentityPool)
                      + Tags[team] = web (cognito-identity:CreateIdentityPool)
                      + Roles[Authenticated] = Authenticated-<pool GUID> (iam:CreateRole)
                      + Roles[Unauthenticated] = Unauthenticated-<pool GUID> (iam:CreateRole)
                      + Roles[Editor] = Editor-<pool GUID> (iam:CreateRole)
                      + Roles[Editor].PermissionsBoundary = arn:aws:iam::aws:policy/PowerUserAccess (iam:CreateRole)
                      + Roles[Editor].Statements (iam:PutRolePolicy)
                        + Allow s3:GetObject, s3:PutObject on arn:aws:s3:::shop/*
                      + Roles[Viewer] = Viewer-<pool GUID> (iam:CreateRole)
                      + AuthenticatedRole = arn:aws:iam::123456789012:role/Authenticated-<pool GUID> (cognito-identity:SetIdentityPoolRoles)
                      + UnauthenticatedRole (cognito-identity:SetIdentityPoolRoles)
                        + arn:aws:iam::123456789012:role/Unauthenticated-<pool GUID>
                      + RoleMappings[accounts.google.com] (cognito-identity:SetIdentityPoolRoles)
                        + email Equals ann@shop.example -> arn:aws:iam::123456789012:role/Editor-<pool GUID>
                        + hd Equals shop.example -> arn:aws:iam::123456789012:role/Viewer-<pool GUID>
                        + else Deny
                      + RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web] (cognito-identity:SetIdentityPoolRoles)
                        + custom:dept Equals sales -> arn:aws:iam::123456789012:role/Viewer-<pool GUID>
                        + else Deny
                      + PrincipalTags[accounts.google.com] = team=hd (cognito-identity:SetPrincipalTagAttributeMap)
                    """,
                "(Get-IdentityPool shop-eu -Region eu-central-1).LoginProviders.Count -eq 2"
            },
            {
                "Grant-IdentityPoolAccess -Role Editor -ManagedPolicyArn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
                """
                      + Roles[Editor].ManagedPolicyArns (iam:AttachRolePolicy)
                        + arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
                      + Roles[Editor].Tags[IdentityPool:Policies] = 87437452 (iam:TagRole)
                    """,
                "$pool.Roles.Where({ $_.Name -eq 'Editor' }).ManagedPolicyArns -like '*AmazonS3ReadOnlyAccess'"
            },
            {
                "Revoke-IdentityPoolAccess -Role Editor -Action s3:PutObject",
                """
                      ~ Roles[Editor].Statements (iam:PutRolePolicy)
                        - Allow s3:GetObject, s3:PutObject on arn:aws:s3:::shop/*
                        + Allow s3:GetObject on arn:aws:s3:::shop/*
                    """,
                "\"$($pool.Roles.Where({ $_.Name -eq 'Editor' }).Statements.Actions)\" -eq 's3:GetObject'"
            },
            {
                "Set-IdentityPoolRole Editor -PermissionsBoundary $null",
                """
                      - Roles[Editor].PermissionsBoundary (iam:DeleteRolePermissionsBoundary)
                        - arn:aws:iam::aws:policy/PowerUserAccess
                    """,
                "$null -eq $pool.Roles.Where({ $_.Name -eq 'Editor' })[0].PermissionsBoundary"
            },
            {
                "Remove-PrincipalTag -Provider Google",
                """
                      - PrincipalTags[accounts.google.com] (was team=hd) (cognito-identity:SetPrincipalTagAttributeMap)
                      ~ Roles[Authenticated].TrustPolicy (iam:UpdateAssumeRolePolicy)
                          ...
                                  "Federated": "cognito-identity.amazonaws.com"
                                },
                        -       "Action": [
                        -         "sts:AssumeRoleWithWebIdentity",
                        -         "sts:TagSession"
                        -       ],
                        +       "Action": "sts:AssumeRoleWithWebIdentity",
                                "Condition": {
                                  "StringEquals": {
                          ...
                      ~ Roles[Editor].TrustPolicy (iam:UpdateAssumeRolePolicy)
                          ...
                                  "Federated": "cognito-identity.amazonaws.com"
                                },
                        -       "Action": [
                        -         "sts:AssumeRoleWithWebIdentity",
                        -         "sts:TagSession"
                        -       ],
                        +       "Action": "sts:AssumeRoleWithWebIdentity",
                                "Condition": {
                                  "StringEquals": {
                          ...
                      ~ Roles[Viewer].TrustPolicy (iam:UpdateAssumeRolePolicy)
                          ...
                                  "Federated": "cognito-identity.amazonaws.com"
                                },
                        -       "Action": [
                        -         "sts:AssumeRoleWithWebIdentity",
                        -         "sts:TagSession"
                        -       ],
                        +       "Action": "sts:AssumeRoleWithWebIdentity",
                                "Condition": {
                                  "StringEquals": {
                          ...
                    """,
                "$pool.PrincipalTags.Count -eq 0"
            },
            {
                "Remove-UserPoolAuthentication eu-west-1_Gh4Ij5Kl6",
                """
                      - UserPools[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Gh4Ij5Kl6:old] (cognito-identity:UpdateIdentityPool)
                        - cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Gh4Ij5Kl6:old
                    """,
                "\"$($pool.UserPools.ClientId)\" -eq 'web'"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void One_line_makes_the_change_that_its_plan_says(string change, string plan, string outcome)
    {
        var publish = change.StartsWith("Copy-", StringComparison.Ordinal) ? "Publish-IdentityPool -Region eu-central-1" : "Publish-IdentityPool";
        var line = $"Get-IdentityPool shop | {change} | {publish}";
        shell.Sandbox.ClearCalls();

        shell.Run($"{line} -WhatIf");

        Assert.Empty(shell.Mutations);
        var match = Parts().Match(shell.Shown.ReplaceLineEndings("\n"));
        Assert.True(match.Success, shell.Shown);
        Assert.Equal(plan.ReplaceLineEndings("\n"), Guid().Replace(match.Groups["changes"].Value, "<GUID>"));
        // Nobody could answer a question here: the hash is what was agreed to.
        shell.Run($"{line} -PlanHash {match.Groups["hash"].Value}");
        Assert.NotEmpty(shell.Mutations);
        Assert.Equal(true, Assert.Single(shell.Run($"$pool = Get-IdentityPool | Where-Object Name -In shop, store; [bool]({outcome})")));
    }

    public void Dispose() => shell.Dispose();

    [GeneratedRegex("^What if: [^\n]*:\n(?<changes>.*)\n  Plan hash: (?<hash>[0-9a-f]{64})\n$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Guid();
}
