using System.Text.Json.Nodes;
using IdentityPools.ModuleTests.ForeignClients;
using IdentityPools.ModuleTests.Live;
using Xunit;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>What publishing does to an account that others work in too. The account is read by boto3 before and after, and nothing may differ that is not named.</summary>
public sealed class PublishingScenarioTests(ScenarioAccount account) : IClassFixture<ScenarioAccount>
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"POOL"},"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}}]}""";

    private const string Grant = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""";

    [Fact]
    public async Task A_partial_definition_adds_what_it_says_and_changes_nothing_else()
    {
        var pool = await RichAsync("partial");

        var run = await account.RunAsync("New-IdentityPool partial | Add-LoginProvider -Facebook 1234567890 | Publish-IdentityPool");

        Assert.Empty(run.Errors);
        Assert.Equal([$"pools/{pool}/pool/SupportedLoginProviders/graph.facebook.com: - > \"1234567890\""], run.Differences);
        Assert.Contains("were kept", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_of_the_console_is_adopted_with_its_roles()
    {
        var pool = await ForeignAsync("console");

        var run = await account.RunAsync("New-IdentityPool console | Add-LoginProvider -Facebook 1234567890 | Publish-IdentityPool -Adopt");

        Assert.Empty(run.Errors);
        Assert.Equal(
            [
                $"pools/{pool}/pool/IdentityPoolTags/IdentityPool:Adopted: - > \"true\"",
                $"pools/{pool}/pool/IdentityPoolTags/IdentityPool:Managed: - > \"true\"",
                $"pools/{pool}/pool/SupportedLoginProviders/graph.facebook.com: - > \"1234567890\"",
            ],
            run.Differences
        );
    }

    [Fact]
    public async Task What_a_template_no_longer_says_is_kept_and_told()
    {
        await RichAsync("edited");

        var run = await account.RunAsync(
            """
            $file = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).json"
            Get-IdentityPool edited | Export-IdentityPool $file
            $template = Get-Content $file -Raw | ConvertFrom-Json -AsHashtable
            $pool = $template.Resources.Values.Where({ $_.Type -eq 'AWS::Cognito::IdentityPool' })[0]
            $pool.Properties.Remove('SupportedLoginProviders')
            foreach ($id in @($template.Resources.Keys)) {
                if ($template.Resources[$id].Type -eq 'AWS::Cognito::IdentityPoolPrincipalTag') { $template.Resources.Remove($id) }
                elseif ($template.Resources[$id].Type -eq 'AWS::Cognito::IdentityPoolRoleAttachment') { $template.Resources[$id].Properties.Remove('RoleMappings') }
            }
            $template | ConvertTo-Json -Depth 20 | Set-Content $file
            Import-IdentityPool $file -WarningAction Ignore | Publish-IdentityPool
            """
        );

        Assert.Empty(run.Errors);
        Assert.Empty(run.Differences);
    }

    [Fact]
    public async Task Pruning_takes_members_of_lists_and_nothing_else()
    {
        var pool = await RichAsync("pruned");

        var run = await account.RunAsync("New-IdentityPool pruned | Publish-IdentityPool -Prune -Force");

        Assert.Empty(run.Errors);
        Assert.DoesNotContain(run.Differences, difference => difference.Contains("AllowUnauthenticatedIdentities", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Differences, difference => difference.Contains("AllowClassicFlow", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Differences, difference => difference.StartsWith($"pools/{pool}/roles/", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Differences, difference => difference.Contains("DeveloperProviderName", StringComparison.Ordinal));
        Assert.Contains(run.Differences, difference => difference.StartsWith($"pools/{pool}/pool/SupportedLoginProviders", StringComparison.Ordinal));
        Assert.Contains(run.Differences, difference => difference.StartsWith($"pools/{pool}/mappings", StringComparison.Ordinal));
        Assert.Contains(run.Differences, difference => difference.StartsWith($"pools/{pool}/principalTags", StringComparison.Ordinal));
        Assert.DoesNotContain(
            run.Differences,
            difference =>
                difference.StartsWith("roles/", StringComparison.Ordinal)
                && difference.Contains("/inline/", StringComparison.Ordinal)
                && !difference.Contains("Editor", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Where_nobody_can_answer_pruning_ends_before_the_first_call()
    {
        await RichAsync("unattended");

        var run = await account.RunAsync("New-IdentityPool unattended | Publish-IdentityPool -Prune");

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Differences);
    }

    [Fact]
    public async Task A_client_of_others_is_detached_and_stays_in_its_user_pool()
    {
        var userPool = Text(await account.CallAsync("cognito-idp", "create_user_pool", new { PoolName = "people" }), "UserPool", "Id");
        var client = Text(
            await account.CallAsync("cognito-idp", "create_user_pool_client", new { UserPoolId = userPool, ClientName = "theirs" }),
            "UserPoolClient",
            "ClientId"
        );
        var pool = await ModuleAsync(
            $"New-IdentityPool detached | Add-UserPoolAuthentication {userPool} -UserPoolClient {client} | Publish-IdentityPool -PassThru"
        );

        var run = await account.RunAsync("New-IdentityPool detached | Publish-IdentityPool -Prune -Force");

        Assert.Empty(run.Errors);
        Assert.All(run.Differences, difference => Assert.StartsWith($"pools/{pool}/pool/CognitoIdentityProviders/0/", difference, StringComparison.Ordinal));
        Assert.NotEmpty(run.Differences);
    }

    [Fact]
    public async Task The_trust_of_a_foreign_role_is_never_changed()
    {
        var pool = await ForeignAsync("tagged");
        await account.CallAsync(
            "cognito-identity",
            "update_identity_pool",
            new
            {
                IdentityPoolId = pool,
                IdentityPoolName = "tagged",
                AllowUnauthenticatedIdentities = false,
                SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1234567890" },
            }
        );

        var run = await account.RunAsync(
            $"Get-IdentityPool -Id {pool} | Add-PrincipalTag -Provider Facebook -Tag @{{ mail = 'email' }} | Publish-IdentityPool -Force"
        );

        Assert.Contains("sts:TagSession", Assert.Single(run.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Differences);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-Force", true)]
    public async Task A_default_role_that_others_attached_is_swapped_only_when_that_is_agreed_to(string arguments, bool isSwapped)
    {
        var name = isSwapped ? "swapped" : "asked";
        var pool = await RichAsync(name);
        var role = await RoleAsync(name + "Foreign", pool);
        var roles = (await account.CallAsync("cognito-identity", "get_identity_pool_roles", new { IdentityPoolId = pool })).AsObject();
        var own = Text(roles, "Roles", "authenticated");
        roles["Roles"]!["authenticated"] = role;
        await account.CallAsync("cognito-identity", "set_identity_pool_roles", roles);

        var run = await account.RunAsync(
            $"New-IdentityPool {name} | Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:GetItem -Resource '*' | Publish-IdentityPool {arguments}"
        );

        Assert.Equal(isSwapped ? 0 : 1, run.Errors.Count);
        Assert.Equal(isSwapped ? [$"pools/{pool}/roles/authenticated: \"{role}\" > \"{own}\""] : [], run.Differences);
    }

    [Fact]
    public async Task What_others_added_to_a_managed_role_stays()
    {
        var pool = await RichAsync("bounded");
        var role = RoleName(
            Text(await account.CallAsync("cognito-identity", "get_identity_pool_roles", new { IdentityPoolId = pool }), "Roles", "authenticated")
        );
        await account.CallAsync(
            "iam",
            "put_role_permissions_boundary",
            new { RoleName = role, PermissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess" }
        );
        await account.CallAsync("iam", "attach_role_policy", new { RoleName = role, PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        await account.CallAsync(
            "iam",
            "put_role_policy",
            new
            {
                RoleName = role,
                PolicyName = "theirs",
                PolicyDocument = Grant,
            }
        );

        var run = await account.RunAsync(
            "New-IdentityPool bounded | Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:Query -Resource '*' | Publish-IdentityPool -Force"
        );

        Assert.Empty(run.Errors);
        Assert.Equal([$"roles/{role}/inline/"], run.Differences.Select(difference => difference[..$"roles/{role}/inline/".Length]).Distinct());
        Assert.DoesNotContain(run.Differences, difference => difference.Contains("theirs", StringComparison.Ordinal));
        Assert.Contains(run.Differences, difference => difference.Contains("dynamodb:Query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_definitions_of_one_issuer_both_keep_their_audience()
    {
        var run = await account.RunAsync(
            """
            'first', 'second' | ForEach-Object {
                New-IdentityPool "audience-$_" | Add-OpenIdConnectProvider (New-OpenIdConnectProvider https://login.shared.example -ClientId $_)
            } | Publish-IdentityPool
            """
        );

        Assert.Empty(run.Errors);
        Assert.Equal(
            ["\"first\"", "\"second\""],
            run.Differences.Where(difference => difference.Contains("/audiences/", StringComparison.Ordinal))
                .Select(difference => difference[(difference.IndexOf(" > ", StringComparison.Ordinal) + 3)..])
        );
    }

    [Fact]
    public async Task A_flag_that_is_said_becomes_so_and_only_that()
    {
        var pool = await RichAsync("said");

        var run = await account.RunAsync("New-IdentityPool said -AllowUnauthenticatedIdentities:$false | Publish-IdentityPool -Force");

        Assert.Empty(run.Errors);
        Assert.Equal([$"pools/{pool}/pool/AllowUnauthenticatedIdentities: true > false"], run.Differences);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("-AllowClassicFlow:$false", new[] { "AllowClassicFlow: - > false" })]
    public async Task A_classic_flow_that_nobody_set_is_closed_only_when_that_is_said(string arguments, string[] differences)
    {
        var name = "classic" + differences.Length;
        var pool = await ForeignAsync(name);

        var run = await account.RunAsync($"New-IdentityPool {name} {arguments} | Publish-IdentityPool -Id {pool}");

        Assert.Empty(run.Errors);
        Assert.Equal(differences.Select(difference => $"pools/{pool}/pool/{difference}"), run.Differences.Where(NotAMark));
    }

    [Fact]
    public async Task A_definition_of_one_account_is_not_published_into_another()
    {
        await RichAsync("travelled");
        await using var other = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken, accountId: "210987654321");

        var run = await account.RunAsync(
            $$"""
            $other = Connect-IdentityPool -Region us-east-1 -EndpointUrl {{other.Endpoint}} -Credential $keys -NotDefault
            Get-IdentityPool travelled | Publish-IdentityPool -Session $other -Force
            Get-IdentityPool -Session $other
            """
        );

        var message = Assert.Single(run.Errors).Exception.Message;
        Assert.Contains("123456789012", message, StringComparison.Ordinal);
        Assert.Contains("210987654321", message, StringComparison.Ordinal);
        Assert.Empty(run.Differences);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_creation_that_fails_half_way_leaves_nothing()
    {
        var run = await account.RunAsync(
            """
            New-IdentityPool broken | Add-LoginProvider -Google a.apps.googleusercontent.com |
                Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn arn:aws:iam::123456789012:policy/Missing | Publish-IdentityPool
            """
        );

        Assert.Single(run.Errors);
        Assert.Empty(run.Differences);
    }

    [Fact]
    public async Task Too_many_tags_are_found_before_anything_is_made()
    {
        var run = await account.RunAsync(
            """
            $tags = @{}
            1..49 | ForEach-Object { $tags["t$_"] = "$_" }
            New-IdentityPool tags -Tag $tags | Publish-IdentityPool
            """
        );

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Differences);
    }

    [Fact]
    public async Task What_is_published_again_changes_nothing()
    {
        await RichAsync("again");

        var run = await account.RunAsync($"{Rich("again")}; Get-IdentityPool again | Publish-IdentityPool");

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Differences);
    }

    [Fact]
    public async Task Answering_yes_once_is_enough_for_all_pools()
    {
        await RichAsync("yes1");
        await RichAsync("yes2");
        var host = new AnsweringHost("Yes to All");

        var run = await account.RunAsync("'yes1', 'yes2' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Prune", host);

        Assert.Empty(run.Errors);
        Assert.Single(host.Questions);
        Assert.NotEmpty(run.Differences);
    }

    /// <summary>A pool of the module with one of everything.</summary>
    private Task<string> RichAsync(string name) => ModuleAsync($"{Rich(name)} -PassThru");

    private static string Rich(string name) =>
        $$"""
            $editor = New-IdentityPoolRole Editor -Statement (New-PolicyStatement -Action s3:GetObject -Resource 'arn:aws:s3:::b/*')
            New-IdentityPool {{name}} -AllowUnauthenticatedIdentities -AllowClassicFlow -Tag @{ Team = 'a' } |
                Add-LoginProvider -Google a.apps.googleusercontent.com -Amazon amzn1.application.0 |
                Add-DeveloperProvider login.shop |
                Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ceo@shop.example $editor) |
                Add-PrincipalTag -Provider Google -Tag @{ mail = 'email' } |
                Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:GetItem -Resource '*' |
                Grant-IdentityPoolAccess -Role Unauthenticated -Action mobiletargeting:PutEvents -Resource '*' |
                Publish-IdentityPool
            """;

    private async Task<string> ModuleAsync(string script)
    {
        var run = await account.RunAsync(script);
        Assert.Empty(run.Errors);
        return ((IdentityPool)Assert.Single(run.Output)).Id!;
    }

    /// <summary>A pool that somebody made by hand, with roles of his own.</summary>
    private async Task<string> ForeignAsync(string name)
    {
        var pool = Text(
            await account.CallAsync("cognito-identity", "create_identity_pool", new { IdentityPoolName = name, AllowUnauthenticatedIdentities = false }),
            "IdentityPoolId"
        );
        await account.CallAsync(
            "cognito-identity",
            "set_identity_pool_roles",
            new { IdentityPoolId = pool, Roles = new { authenticated = await RoleAsync($"{name}Auth", pool) } }
        );
        return pool;
    }

    private async Task<string> RoleAsync(string name, string pool)
    {
        var trust = Trust.Replace("POOL", pool, StringComparison.Ordinal);
        var role = await account.CallAsync("iam", "create_role", new { RoleName = name, AssumeRolePolicyDocument = trust });
        await account.CallAsync(
            "iam",
            "put_role_policy",
            new
            {
                RoleName = name,
                PolicyName = "p",
                PolicyDocument = Grant,
            }
        );
        return Text(role, "Role", "Arn");
    }

    private static string Text(JsonNode answer, params string[] path) => (string)path.Aggregate(answer, (node, name) => node[name]!)!;

    private static string RoleName(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static bool NotAMark(string difference) => !difference.Contains("IdentityPool:Managed", StringComparison.Ordinal);
}
