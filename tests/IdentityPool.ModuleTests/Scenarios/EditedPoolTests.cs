using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>
/// Random edits of a pool that was read, while others change it too. What AWS has then is read by boto3, and compared with a model of the edits that knows nothing of the
/// module: nothing may differ, in the pool or elsewhere in the account.
/// </summary>
public sealed class EditedPoolTests(ScenarioAccount account) : IClassFixture<ScenarioAccount>
{
    private const string Google = "accounts.google.com";
    private const string Facebook = "graph.facebook.com";
    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private string userPool = "";
    private string web = "";
    private string app = "";
    private string spare = "";

    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 40).Select(seed => new TheoryDataRow<int>(seed));

    private string WebKey => KeyOf(web);

    private (string Script, Func<AccountModel, bool> Applies, Action<AccountModel> Effect)[] Edits =>
        [
            ("Set-IdentityPool -AllowUnauthenticatedIdentities:$false", Always, model => model.Pool["AllowUnauthenticatedIdentities"] = false),
            ("Set-IdentityPool -AllowClassicFlow:$false", Always, model => model.Pool["AllowClassicFlow"] = false),
            ("Set-IdentityPool -Name renamed", Always, model => model.Pool["IdentityPoolName"] = "renamed"),
            (
                "Set-IdentityPool -Tag @{ team = 'edited'; extra = 'tag' }",
                Always,
                model =>
                    EachTagged(
                        model,
                        tags =>
                        {
                            tags["team"] = "edited";
                            tags["extra"] = "tag";
                        }
                    )
            ),
            ("Set-IdentityPool -RemoveTag stage", Always, model => EachTagged(model, tags => tags.Remove("stage"))),
            ("Set-IdentityPool -NoUnauthenticatedRole", Always, model => model.DefaultRoles.Remove("unauthenticated")),
            ("Set-LoginProvider -Facebook 77", Has(Facebook), model => model.Logins[Facebook] = "77"),
            ("Remove-LoginProvider Facebook", Has(Facebook), model => model.Logins.Remove(Facebook)),
            (
                "Remove-LoginProvider Google",
                Has(Google),
                model =>
                {
                    model.Logins.Remove(Google);
                    model.RemoveProvider(Google);
                }
            ),
            ("Set-LoginProvider -Google other", Has(Google), model => model.Logins[Google] = "other"),
            ("Add-LoginProvider -Apple com.shop", Always, model => model.Logins["appleid.apple.com"] = "com.shop"),
            (
                "Set-UserPoolAuthentication $userPool -UserPoolClient $web -NewUserPoolClient $spare",
                Client(web),
                model =>
                {
                    Find(model, web)!["ClientId"] = spare;
                    if (model.Mappings[WebKey] is { } mapping)
                    {
                        model.Mappings.Remove(WebKey);
                        model.Mappings.Add(KeyOf(spare), mapping);
                    }
                }
            ),
            (
                "Set-UserPoolAuthentication $userPool -UserPoolClient $app -DisableServerSideTokenCheck",
                Client(app),
                model => Find(model, app)!["ServerSideTokenCheck"] = false
            ),
            ("Remove-UserPoolAuthentication $userPool -UserPoolClient $app", Client(app), model => model.Clients.Remove(Find(model, app))),
            (
                "Set-RoleMapping -UserPool $userPool -UserPoolClient $web -UseToken",
                model => model.Rules(WebKey) is not null,
                model =>
                {
                    model.Mappings[WebKey]!["Type"] = "Token";
                    ((JsonObject)model.Mappings[WebKey]!).Remove("RulesConfiguration");
                }
            ),
            (
                "Remove-RoleMapping -UserPool $userPool -UserPoolClient $web",
                model => model.Mappings.ContainsKey(WebKey),
                model => model.Mappings.Remove(WebKey)
            ),
            (
                "Add-RoleMappingRule -Provider Google -At 2 -Rule (New-RoleMappingRule email z@shop.example Editor)",
                model => model.Rules(Google) is not null && model.Role("Editor") is not null,
                model =>
                    model
                        .Rules(Google)!
                        .Insert(
                            1,
                            new JsonObject
                            {
                                ["Claim"] = "email",
                                ["MatchType"] = "Equals",
                                ["Value"] = "z@shop.example",
                                ["RoleARN"] = AccountModel.ArnOf(model.Role("Editor")!),
                            }
                        )
            ),
            (
                "Set-RoleMappingRule -Provider Google -At 1 -MappedRole Admin",
                model => model.Rules(Google) is not null && model.Role("Admin") is not null,
                model => model.Rules(Google)![0]!["RoleARN"] = AccountModel.ArnOf(model.Role("Admin")!)
            ),
            ("Remove-RoleMappingRule -Provider Google -At 2", model => model.Rules(Google) is { Count: > 1 }, model => model.Rules(Google)!.RemoveAt(1)),
            (
                "Set-RoleMapping -Provider Google -ResolveAmbiguousRoles",
                model => model.Mappings.ContainsKey(Google),
                model => model.Mappings[Google]!["AmbiguousRoleResolution"] = "AuthenticatedRole"
            ),
            (
                "Set-PrincipalTag -Provider Google -Tag @{ dept = 'hd' }",
                Tagged,
                model => model.PrincipalTags[Google]!["PrincipalTags"] = new JsonObject { ["dept"] = "hd" }
            ),
            ("Remove-PrincipalTag -Provider Google", Tagged, model => model.PrincipalTags.Remove(Google)),
            (
                "Grant-IdentityPoolAccess -Role Authenticated -Action sqs:SendMessage -Resource arn:aws:sqs:us-east-1:123456789012:orders",
                Always,
                model => Permit(model, known => known.Append("Allow sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders"))
            ),
            (
                "Revoke-IdentityPoolAccess -Role Authenticated -Action dynamodb:GetItem",
                Always,
                model => Permit(model, known => known.Where(permission => !permission.Contains("dynamodb:GetItem", StringComparison.Ordinal)))
            ),
            (
                $"Grant-IdentityPoolAccess -Role Authenticated -ManagedPolicyArn {ReadOnly}",
                Always,
                model => ((JsonArray)model.Role("Authenticated")!["attached"]!).Add(ReadOnly)
            ),
            (
                "Set-IdentityPoolRole Authenticated -Description edited -MaxSessionDuration 7200",
                Always,
                model =>
                {
                    model.Role("Authenticated")!["description"] = "edited";
                    model.Role("Authenticated")!["maxSessionDuration"] = 7200;
                }
            ),
            (
                "Set-IdentityPoolRole Editor -PermissionsBoundary $null",
                model => model.Role("Editor") is not null,
                model => model.Role("Editor")!["boundary"] = null
            ),
        ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_was_edited_is_what_AWS_has(int seed)
    {
        await CreateClientsAsync(seed);
        using var shell = account.Open();
        var id = ((IdentityPool)Assert.Single(Run(shell, Setup(seed)))).Id!;
        Run(shell, $"$pool = Get-IdentityPool -Id {id}");
        var model = new AccountModel(await account.TreeAsync(), id);
        var random = new Random(seed);
        if (random.Next(2) == 0)
        {
            await OthersComeAsync(id, model);
        }

        var edits = Edits;
        random.Shuffle(edits);
        List<string> line = ["$pool"];
        foreach (var (script, _, effect) in edits.Take(random.Next(1, 7)).Where(edit => edit.Applies(model)))
        {
            line.Add(script);
            effect(model);
        }

        Run(shell, $"{string.Join(" | ", line)} | Publish-IdentityPool -Force");

        var actual = new AccountModel(await account.TreeAsync(), id);
        var differences = string.Join("; ", AccountHand.Differences(model.Values(), actual.AsRead()));
        Assert.True(differences.Length == 0, $"{string.Join(" | ", line)}: {differences}");
        Run(shell, $"Remove-IdentityPool -Id {id} -Force");
    }

    private static bool Always(AccountModel model) => true;

    private static bool Tagged(AccountModel model) => model.PrincipalTags.ContainsKey(Google);

    private static Func<AccountModel, bool> Has(string login) => model => model.Logins.ContainsKey(login);

    private static Func<AccountModel, bool> Client(string client) => model => Find(model, client) is not null;

    private static JsonNode? Find(AccountModel model, string client) => model.Clients.FirstOrDefault(known => AccountModel.ClientOf(known) == client);

    private static void EachTagged(AccountModel model, Action<JsonObject> change)
    {
        // The tags of a pool reach its roles.
        foreach (var tags in model.OwnRoles.Select(role => (JsonObject)role["tags"]!).Prepend(model.Tags).ToList())
        {
            change(tags);
        }
    }

    private static void Permit(AccountModel model, Func<IEnumerable<string>, IEnumerable<string>> change) =>
        AccountModel.Permit(model.Role("Authenticated")!, change);

    private string KeyOf(string client) => $"cognito-idp.us-east-1.amazonaws.com/{userPool}:{client}";

    private async Task CreateClientsAsync(int seed)
    {
        userPool = Text(await account.CallAsync("cognito-idp", "create_user_pool", new { PoolName = $"people{seed}" }), "UserPool", "Id");
        (web, app, spare) = (await CreateClientAsync("web"), await CreateClientAsync("app"), await CreateClientAsync("spare"));
    }

    private async Task<string> CreateClientAsync(string name) =>
        Text(await account.CallAsync("cognito-idp", "create_user_pool_client", new { UserPoolId = userPool, ClientName = name }), "UserPoolClient", "ClientId");

    /// <summary>A pool with one of everything that can be edited.</summary>
    private string Setup(int seed) =>
        $$"""
            $userPool, $web, $app, $spare = '{{userPool}}', '{{web}}', '{{app}}', '{{spare}}'
            $twitter = [pscredential]::new('consumerkey', $secret)
            $editor = New-IdentityPoolRole Editor -PermissionsBoundary arn:aws:iam::aws:policy/PowerUserAccess
            $admin = New-IdentityPoolRole Admin -Statement (New-PolicyStatement -Action s3:GetObject, s3:PutObject -Resource 'arn:aws:s3:::b/*')
            New-IdentityPool edited{{seed}} -AllowUnauthenticatedIdentities -AllowClassicFlow -Tag @{ team = 'web'; stage = 'test' } |
                Add-UserPoolAuthentication $userPool -UserPoolClient $web |
                Add-UserPoolAuthentication $userPool -UserPoolClient $app |
                Add-LoginProvider -Google g -Facebook 1 -Twitter $twitter |
                Add-RoleMapping -Provider Google -Rule (New-RoleMappingRule email ann@shop.example $editor), (New-RoleMappingRule hd shop.example $admin) |
                Add-RoleMapping -UserPool $userPool -UserPoolClient $web -Rule (New-RoleMappingRule custom:dept sales $admin) |
                Add-PrincipalTag -Provider Google -Tag @{ mail = 'email' } |
                Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:GetItem, dynamodb:Query -Resource arn:aws:dynamodb:us-east-1:123456789012:table/orders |
                Publish-IdentityPool -PassThru
            """;

    /// <summary>Somebody else adds a provider and a tag after the pool was read.</summary>
    private async Task OthersComeAsync(string id, AccountModel model)
    {
        var described = (JsonObject)await account.CallAsync("cognito-identity", "describe_identity_pool", new { IdentityPoolId = id });
        described["SupportedLoginProviders"]!["www.amazon.com"] = "amzn1.others";
        described["IdentityPoolTags"]!["others"] = "tag";
        await account.CallAsync("cognito-identity", "update_identity_pool", described);
        model.Logins["www.amazon.com"] = "amzn1.others";
        model.Tags["others"] = "tag";
    }

    private static IReadOnlyList<object> Run(ScenarioShell shell, string script)
    {
        var (output, errors) = shell.Run(script);
        Assert.True(errors.Count == 0, $"{script}: {string.Join("; ", errors)}");
        return output;
    }

    private static string Text(JsonNode answer, params string[] path) => (string)path.Aggregate(answer, (node, name) => node[name]!)!;
}
