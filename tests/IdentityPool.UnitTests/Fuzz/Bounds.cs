using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Fuzz;

/// <summary>
/// What a template says literally and at its place, read in the plainest way, and nothing else: a definition that was imported must not allow more, nor
/// have lost what denies or bounds.
/// </summary>
internal sealed class Bounds
{
    private static readonly JsonTemplateText Json = new();

    private readonly TemplateMapping resources;

    public Bounds(TemplateNode template) => resources = (TemplateMapping)Settled(TemplateShape.Read(template).Template["Resources"]!);

    public void Check(IdentityPool pool)
    {
        var properties = Properties(pool.LogicalId);
        Assert.False(pool.AllowUnauthenticatedIdentities && !IsTrue(properties["AllowUnauthenticatedIdentities"]), "guests");
        Assert.False(pool.AllowClassicFlow == true && !IsTrue(properties["AllowClassicFlow"]), "classic flow");
        Assert.False(pool.AllowClassicFlow is null && IsThere(properties["AllowClassicFlow"]), "classic flow left open");
        CheckTokenChecks(pool, properties["CognitoIdentityProviders"]);
        var attachment = Of(ResourceTypes.RoleAttachment).FirstOrDefault(entry => Names(entry.Properties["IdentityPoolId"], pool.LogicalId)).Properties;
        if (pool.UnknownParts.Count > 0)
        {
            // Not whole, and so not published.
            Assert.Throws<DefinitionException>(() => Completeness.Check(pool));
        }

        CheckMappings(pool, attachment?["RoleMappings"]);
        foreach (var role in pool.Roles)
        {
            CheckRole(pool, new PoolNames(pool), role);
        }
    }

    private static void CheckTokenChecks(IdentityPool pool, TemplateNode? providers)
    {
        // An item may stand in a condition, whose values count as well.
        var unchecking = AllMappings(providers).Count(entry => entry["ProviderName"] is not null && IsFalse(entry["ServerSideTokenCheck"]));
        Assert.True(pool.UserPools.Count(provider => !provider.ServerSideTokenCheck) <= unchecking, "token check");
    }

    private static void CheckMappings(IdentityPool pool, TemplateNode? node)
    {
        if (pool.IsUnknown(UnknownPartKind.RoleMappings) && pool.RoleMappings.Count == 0)
        {
            return;
        }

        var mappings = IsThere(node) ? (TemplateMapping)Document(node!) : [];
        Assert.Equal(mappings.Count, pool.RoleMappings.Count + pool.UnknownParts.Count(part => part.Kind == UnknownPartKind.RoleMappings));
        foreach (var mapping in pool.RoleMappings)
        {
            var written = (TemplateMapping)mappings[mapping.MappingKey]!;
            Assert.Equal(Literal(written["Type"]), mapping.Type.ToString());
            Assert.False(
                mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.AuthenticatedRole
                    && Literal(written["AmbiguousRoleResolution"]) != "AuthenticatedRole",
                "resolution"
            );
            var rules = ((written["RulesConfiguration"] as TemplateMapping)?["Rules"] as TemplateSequence)?.Items.Count ?? 0;
            Assert.False(mapping.Type == RoleMappingType.Rules && rules != mapping.Rules.Count, "rules");
        }
    }

    private void CheckRole(IdentityPool pool, PoolNames names, IdentityPoolRole role)
    {
        if (role.UnknownParts.Count > 0)
        {
            // Not whole, and so not written.
            Assert.Throws<DefinitionException>(() => Completeness.Check(pool));
            return;
        }

        var statements = new List<TemplateMapping>();
        if (role.IsManaged)
        {
            var properties = Properties(names.Role(role));
            Assert.False(IsThere(properties["PermissionsBoundary"]) && role.TypedPermissionsBoundary is null, "boundary");
            Assert.All(Outcomes.Of(Document(properties["AssumeRolePolicyDocument"]!))!, CheckTrust);
            statements.AddRange(Items(properties["Policies"]).SelectMany(policy => Statements(((TemplateMapping)policy)["PolicyDocument"])));
            statements.AddRange(Attached(name => Names(name, names.Role(role)) || (Literal(name) is { } text && text == Literal(properties["RoleName"]))));
        }
        else if (role.TypedArn!.Literal is { } arn)
        {
            statements.AddRange(Attached(name => string.Equals(Literal(name), Arn.Parse(arn).Name, StringComparison.OrdinalIgnoreCase)));
        }

        Assert.All(statements, statement => Assert.True(Literal(statement["Effect"]) is "Allow" or "Deny", $"an effect: {statement}"));
        AssertSame("Allow", PolicyEffect.Allow, statements, role);
        AssertSame("Deny", PolicyEffect.Deny, statements, role);
    }

    private static void CheckTrust(TemplateNode? trust)
    {
        var statement = Assert.Single(Statements(trust));
        Assert.Equal("Allow", Literal(statement["Effect"]));
        var keys = ((statement["Condition"] as TemplateMapping) ?? []).SelectMany(block => (TemplateMapping)block.Value).Select(entry => entry.Key).ToList();
        Assert.All(
            keys,
            key => Assert.True(key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase) || key.EndsWith(":amr", StringComparison.OrdinalIgnoreCase))
        );
    }

    private IEnumerable<TemplateMapping> Attached(Func<TemplateNode, bool> isRole) =>
        Of(ResourceTypes.Policy)
            .Concat(Of(ResourceTypes.RolePolicy))
            .Where(policy => Items(policy.Properties[policy.Type == ResourceTypes.Policy ? "Roles" : "RoleName"]).Any(isRole))
            .SelectMany(policy => Statements(policy.Properties["PolicyDocument"]));

    private static void AssertSame(string effect, PolicyEffect kind, List<TemplateMapping> statements, IdentityPoolRole role)
    {
        var written = statements.Where(statement => Literal(statement["Effect"]) == effect).SelectMany(Said).ToHashSet(StringComparer.Ordinal);
        var imported = role
            .Statements.Where(statement => statement.Effect == kind)
            .SelectMany(statement => Said(statement.ToNode()))
            .ToHashSet(StringComparer.Ordinal);
        if (role.IsManaged)
        {
            Assert.Equal(written.Order(StringComparer.Ordinal), imported.Order(StringComparer.Ordinal));
        }
        else
        {
            // Two pools may grant to one role of the account; each has its own.
            Assert.Subset(written, imported);
        }
    }

    /// <summary>Each thing that a statement says, an action on a resource at a time; lists of exceptions as wholes.</summary>
    private static IEnumerable<string> Said(TemplateMapping statement)
    {
        var neutral = (TemplateMapping)PartitionNames.Neutral(statement);
        var condition = neutral["Condition"] is TemplateMapping { Count: > 0 } block && IsThere(block) ? PolicyConditions.Canonical(block).ToString() : "";
        return from action in Each("Action", "NotAction") from resource in Each("Resource", "NotResource") select $"{action} on {resource} if {condition}";

        IEnumerable<string> Each(string one, string allBut) =>
            Texts(neutral[one]) is { Count: > 0 } texts ? texts : [$"not {string.Join(",", Texts(neutral[allBut]))}"];

        static List<string> Texts(TemplateNode? node) =>
            [.. Items(node).Select(item => TemplateValue.FromNode(item).ToString()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<TemplateMapping> Statements(TemplateNode? document) =>
        Items(((TemplateMapping)Document(document!))["Statement"]).Cast<TemplateMapping>();

    /// <summary>The tree with values in the place of conditions that change nothing.</summary>
    private static TemplateNode Settled(TemplateNode node) =>
        Intrinsic.Settled(node) switch
        {
            TemplateMapping mapping => new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Settled(entry.Value)))),
            TemplateSequence sequence => new TemplateSequence(sequence.Select(Settled)),
            var other => other,
        };

    private static TemplateNode Document(TemplateNode node) => node is TemplateScalar { Text: var json } ? Json.Read(json) : node;

    private static IEnumerable<TemplateNode> Items(TemplateNode? node) =>
        !IsThere(node) ? []
        : node is TemplateSequence sequence ? sequence.Items.Where(IsThere)
        : [node!];

    private static IEnumerable<TemplateMapping> AllMappings(TemplateNode? node) =>
        node switch
        {
            TemplateMapping mapping => mapping.SelectMany(entry => AllMappings(entry.Value)).Prepend(mapping),
            TemplateSequence sequence => sequence.Items.SelectMany(AllMappings),
            _ => [],
        };

    private IEnumerable<(string Type, TemplateMapping Properties)> Of(string type) =>
        resources
            .Select(entry => entry.Value as TemplateMapping)
            .Where(resource => Literal(resource?["Type"]) == type)
            .Select(resource => (type, resource!["Properties"] as TemplateMapping ?? []));

    private TemplateMapping Properties(string id) => ((TemplateMapping)resources[id]!)["Properties"] as TemplateMapping ?? [];

    /// <summary>Whether a node is a reference to a resource and nothing else.</summary>
    private static bool Names(TemplateNode? node, string id) =>
        node is TemplateMapping { Count: 1 } call
        && (
            Literal(call["Ref"]) == id
            || (call["Fn::GetAtt"] is TemplateSequence { Items: [var owner, ..] } && Literal(owner) == id)
            || Literal(call["Fn::GetAtt"])?.Split('.')[0] == id
            || Literal(call["Fn::Sub"]) is { } text
                && (
                    text == $"${{{id}}}"
                    || (text.StartsWith($"${{{id}.", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1)
                )
        );

    private static string? Literal(TemplateNode? node) => (node as TemplateScalar)?.Text;

    private static bool IsThere(TemplateNode? node) =>
        node is not null and not TemplateScalar { Kind: TemplateScalarKind.Null }
        && !(node is TemplateMapping { Count: 1 } call && Literal(call["Ref"]) == "AWS::NoValue");

    private static bool IsTrue(TemplateNode? node) => string.Equals(Literal(node), "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsFalse(TemplateNode? node) => !IsThere(node) || string.Equals(Literal(node), "false", StringComparison.OrdinalIgnoreCase);
}
