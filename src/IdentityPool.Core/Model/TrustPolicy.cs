using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>The trust policy of a role that identities of a pool assume.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html</remarks>
internal static class TrustPolicy
{
    /// <summary>The kind of principal that identity providers are, and so identity pools.</summary>
    public const string Federated = nameof(Federated);

    /// <summary>What stands for the id of the pool while it has none.</summary>
    public const string ThisPool = "${IdentityPool}";

    public const string Assume = "sts:AssumeRoleWithWebIdentity";
    public const string TagSession = "sts:TagSession";

    /// <summary>The audience as the condition key <c>amr</c> has it.</summary>
    public static string NameOf(RoleAudience audience) => audience == RoleAudience.Authenticated ? "authenticated" : "unauthenticated";

    /// <summary>The trust policy, where identities of a pool that may assume the role may also bring session tags.</summary>
    public static TemplateNode WithSessionTags(TemplateNode trust, string poolId) =>
        WithActions(trust, poolId, actions => actions.Exists(IsTagSession) ? actions : [.. actions, TagSession]);

    /// <summary>The trust policy, where identities of a pool that may assume the role bring no session tags.</summary>
    public static TemplateNode WithoutSessionTags(TemplateNode trust, string poolId) =>
        WithActions(trust, poolId, actions => actions.FindAll(action => !IsTagSession(action)));

    // IAM does not look at the case of actions.
    private static bool IsTagSession(string action) => string.Equals(action, TagSession, StringComparison.OrdinalIgnoreCase);

    /// <summary>The trust policy with other actions in each statement that lets the pool in; what else it says, of other pools too, stays as it is.</summary>
    private static TemplateNode WithActions(TemplateNode trust, string poolId, Func<List<string>, List<string>> change)
    {
        return trust is TemplateMapping policy ? With(policy, "Statement", Statements) : trust;

        TemplateNode Statements(TemplateNode statements) =>
            statements is TemplateSequence list ? new TemplateSequence(list.Select(Statement)) : Statement(statements);

        TemplateNode Statement(TemplateNode statement) =>
            statement is TemplateMapping mapping
            && (mapping["Effect"] as TemplateScalar)?.Text == nameof(PolicyEffect.Allow)
            && mapping["Condition"]?.ToString().Contains(poolId, StringComparison.Ordinal) == true
                ? With(mapping, "Action", Actions)
                : statement;

        TemplateNode Actions(TemplateNode actions)
        {
            var names = (actions as TemplateSequence ?? TemplateSequence.Single(actions)).OfType<TemplateScalar>().Select(action => action.Text).ToList();
            if (!names.Contains(Assume, StringComparer.OrdinalIgnoreCase))
            {
                return actions;
            }

            var changed = change(names);
            return changed.Count == names.Count ? actions
                : changed is [var only] ? only
                : new TemplateSequence(changed.Select(name => (TemplateNode)name));
        }

        static TemplateMapping With(TemplateMapping mapping, string key, Func<TemplateNode, TemplateNode> value) =>
            new(mapping.Select(entry => entry.Key == key ? KeyValuePair.Create(key, value(entry.Value)) : entry));
    }

    public static TemplateMapping Create(AwsPartition partition, TemplateNode identityPoolId, RoleAudience audience, bool allowsSessionTags)
    {
        var principal = partition.TrustPrincipal;
        return PolicyDocument.Create([
            new TemplateMapping
            {
                { "Effect", "Allow" },
                { "Principal", TemplateMapping.Single(Federated, principal) },
                { "Action", allowsSessionTags ? TemplateSequence.Single(Assume, TagSession) : Assume },
                {
                    "Condition",
                    new TemplateMapping
                    {
                        { "StringEquals", TemplateMapping.Single(principal + ":aud", identityPoolId) },
                        { "ForAnyValue:StringLike", TemplateMapping.Single(principal + ":amr", NameOf(audience)) },
                    }
                },
            },
        ]);
    }
}
