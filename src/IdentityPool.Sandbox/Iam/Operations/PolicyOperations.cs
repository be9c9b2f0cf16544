using System.Text.Json.Nodes;
using IdentityPools.Policies;

namespace IdentityPools.Sandbox.Iam;

/// <summary>Managed policies. Those of AWS all exist and can be attached; what they grant is known to AWS alone.</summary>
internal sealed class PolicyOperations(IamAccount account, TimeProvider clock)
{
    private const int PolicyCharacters = 6144;
    private const string OnlyVersion = "v1";

    /// <summary>What the sandbox shows as the content of a policy that AWS manages: a valid document that grants nothing.</summary>
    private const string AwsManagedDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"*","Resource":"*"}]}""";

    public static string CheckArn(JsonObject input)
    {
        var arn = (string)input["PolicyArn"]!;
        return IsArn(arn) ? arn : throw InvalidArn(arn);
    }

    public static bool IsArn(string text) =>
        text.Split(':', 6) is ["arn", _, "iam", "", { Length: > 0 }, var resource] && resource.StartsWith("policy/", StringComparison.Ordinal);

    public static SandboxServiceException InvalidArn(string text) => IamErrors.InvalidInput($"ARN {text} is not valid.");

    public static string PathOf(string arn) => arn[arn.IndexOf('/', StringComparison.Ordinal)..(arn.LastIndexOf('/') + 1)];

    public JsonObject? CreatePolicy(JsonObject input)
    {
        var name = (string)input["PolicyName"]!;
        var path = (string?)input["Path"] ?? "/";
        if (account.Policies.Values.Any(policy => policy.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw IamErrors.EntityAlreadyExists($"A policy called {name} already exists. Duplicate names are not allowed.");
        }

        var document = (string)input["PolicyDocument"]!;
        PermissionRules.CheckManaged(document);
        if (ParsedPolicy.SizeOf(document) > PolicyCharacters)
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for PolicySize: {PolicyCharacters}");
        }

        var policy = new IamPolicy
        {
            Path = path,
            Name = name,
            Id = RandomText.Id("ANPA"),
            Arn = account.Arn($"policy{path}{name}"),
            CreateDate = clock.GetUtcNow(),
            Document = document,
            Description = (string?)input["Description"],
        };
        policy.Tags.Set(input["Tags"]);
        account.Policies.Add(policy.Arn, policy);
        var answer = Describe(policy);
        if (policy.Tags.Count == 0)
        {
            answer.Remove("Tags");
        }

        return new() { ["Policy"] = answer };
    }

    public JsonObject? GetPolicy(JsonObject input)
    {
        var arn = CheckArn(input);
        return new() { ["Policy"] = account.IsAwsManaged(arn) ? DescribeAwsManaged(arn) : Describe(Find(arn)) };
    }

    public JsonObject? GetPolicyVersion(JsonObject input)
    {
        var arn = CheckArn(input);
        var (document, date) = account.IsAwsManaged(arn) ? (AwsManagedDocument, DateTimeOffset.UnixEpoch) : (Find(arn).Document, Find(arn).CreateDate);
        if ((string)input["VersionId"]! != OnlyVersion)
        {
            throw IamErrors.NoSuchEntity($"Policy {arn} version {(string)input["VersionId"]!} does not exist or is not attachable.");
        }

        var version = new JsonObject
        {
            ["Document"] = IamAnswers.Document(document),
            ["VersionId"] = OnlyVersion,
            ["IsDefaultVersion"] = true,
            ["CreateDate"] = IamAnswers.Time(date),
        };
        return new() { ["PolicyVersion"] = version };
    }

    public JsonObject? DeletePolicy(JsonObject input)
    {
        var arn = CheckArn(input);
        var policy = account.IsAwsManaged(arn) ? throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable.") : Find(arn);
        if (account.AttachmentsOf(arn) + account.BoundariesOf(arn) > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete a policy attached to entities.");
        }

        account.Policies.Remove(policy.Arn);
        return null;
    }

    private IamPolicy Find(string arn) => account.Policies.GetValueOrDefault(arn) ?? throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");

    private JsonObject Describe(IamPolicy policy)
    {
        var answer = Describe(policy.Arn, policy.Id, policy.CreateDate);
        answer["Description"] = policy.Description;
        answer["Tags"] = policy.Tags.ToJson();
        return answer;
    }

    /// <summary>The ids of AWS's own policies are not published; all of them get the same one here.</summary>
    private JsonObject DescribeAwsManaged(string arn) => Describe(arn, "ANPAAWSMANAGEDPOLICY1", DateTimeOffset.UnixEpoch);

    private JsonObject Describe(string arn, string id, DateTimeOffset created) =>
        new()
        {
            ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..],
            ["PolicyId"] = id,
            ["Arn"] = arn,
            ["Path"] = PathOf(arn),
            ["DefaultVersionId"] = OnlyVersion,
            ["AttachmentCount"] = account.AttachmentsOf(arn),
            ["PermissionsBoundaryUsageCount"] = account.BoundariesOf(arn),
            ["IsAttachable"] = true,
            ["CreateDate"] = IamAnswers.Time(created),
            ["UpdateDate"] = IamAnswers.Time(created),
        };
}
