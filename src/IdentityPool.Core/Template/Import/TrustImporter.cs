using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Tells whether a role of a template is one of an identity pool, by its trust policy.</summary>
internal static class TrustImporter
{
    /// <summary>Who may assume the role as an identity of the pool; null when the trust is of another kind, which a warning says.</summary>
    public static RoleAudience? Read(ResourceSource pool, ResourceSource role, RoleAudience expected)
    {
        var document = role.Map("AssumeRolePolicyDocument");
        var statements = Nodes.Items(document["Statement"]).ToList();
        if (
            statements is not [TemplateMapping statement]
            || statement["Effect"] is not TemplateScalar { Text: "Allow" }
            || PrincipalOf(statement) is not { } principal
            || !Actions(statement).Contains(TrustPolicy.Assume)
            || IsOfAnotherPool(pool, statement, principal)
        )
        {
            pool.Template.Warn(nameof(Messages.ImportForeignTrust), role.Id);
            return null;
        }

        var audience = Audience(statement, principal, expected);
        if (AsksForMore(pool, statement, principal, audience))
        {
            pool.Template.Warn(nameof(Messages.ImportNarrowTrust), role.Id);
            return null;
        }

        if (!IsCanonical(pool, document, principal, audience))
        {
            pool.Template.Warn(nameof(Messages.ImportTrust), role.Id);
        }

        return audience;
    }

    /// <summary>The principals of identity pools that a role trusts: it says with them for which partition its documents are written.</summary>
    public static IReadOnlyCollection<string> PrincipalsOf(ResourceSource role) =>
        [
            .. Nodes
                .Items((ResourceSource.Document(role.Peek("AssumeRolePolicyDocument")) as TemplateMapping ?? [])["Statement"])
                .OfType<TemplateMapping>()
                .Select(PrincipalOf)
                .OfType<string>(),
        ];

    /// <summary>The principals of which one is that of a role that exists. Its partition may have one for each region; then the roles of the template say which.</summary>
    public static IReadOnlyCollection<string> PrincipalsOf(TemplateSource template, Arn role)
    {
        var all = AwsPartition.TrustPrincipalsOf(role.Partition);
        var told = template.OfType(ResourceTypes.Role).SelectMany(PrincipalsOf).Intersect(all).ToList();
        return told.Count > 0 ? told : all;
    }

    private static string? PrincipalOf(TemplateMapping statement) =>
        (statement["Principal"] as TemplateMapping)?[TrustPolicy.Federated] is { } federated
        && Nodes.Items(federated).ToList() is [TemplateScalar { Text: var principal }]
        && AwsPartition.IsTrustPrincipal(principal)
            ? principal
            : null;

    private static IEnumerable<string> Actions(TemplateMapping statement) =>
        Nodes.Items(statement["Action"]).OfType<TemplateScalar>().Select(action => action.Text);

    private static IEnumerable<TemplateNode> ConditionValues(TemplateMapping statement, string key) =>
        (statement["Condition"] as TemplateMapping ?? [])
            .Select(block => (block.Value as TemplateMapping)?[key])
            .OfType<TemplateNode>()
            .SelectMany(Nodes.Items);

    private static bool IsOfAnotherPool(ResourceSource pool, TemplateMapping statement, string principal)
    {
        var audiences = ConditionValues(statement, principal + ":aud").ToList();
        return audiences.Count > 0 && audiences.TrueForAll(audience => pool.Template.Resource(audience, ResourceTypes.IdentityPool)?.Id != pool.Id);
    }

    /// <summary>Whose role it is by its trust; where that names both or none, the one that is expected.</summary>
    private static RoleAudience Audience(TemplateMapping statement, string principal, RoleAudience expected)
    {
        var named = ConditionValues(statement, principal + ":amr").OfType<TemplateScalar>().Select(amr => amr.Text).ToList();
        return named.Contains(TrustPolicy.NameOf(expected))
            ? expected
            : Enum.GetValues<RoleAudience>().Where(other => named.Contains(TrustPolicy.NameOf(other))).Append(expected).First();
    }

    /// <summary>
    /// Whether the trust may refuse identities that the recommended one lets in: it asks for something beside pool and sign-in, or asks for these in a way
    /// that the pool's own identities do not fulfil. Such a role must not be imported with the recommended trust, which would be wider.
    /// </summary>
    private static bool AsksForMore(ResourceSource pool, TemplateMapping statement, string principal, RoleAudience audience)
    {
        if (statement.Any(entry => entry.Key is not ("Sid" or "Effect" or "Principal" or "Action" or "Condition")))
        {
            return true;
        }

        return statement["Condition"] switch
        {
            null => false,
            TemplateMapping condition => !condition.All(block =>
                block.Value is TemplateMapping keys && keys.All(key => IsFulfilled(block.Key, key.Key, key.Value))
            ),
            _ => true,
        };

        bool IsFulfilled(string written, string key, TemplateNode values)
        {
            try
            {
                var condition = PolicyCondition.Parse(written, key, [.. Nodes.Items(values).Select(Text)]);
                // What excludes may exclude these very identities: neither their pool's id nor all that their amr names is known.
                return !ConditionOperators.IsNegated(condition.Operator)
                    && condition.Operator != ConditionOperators.Null
                    && (IsKey("aud") ? IsMet(condition, TrustPolicy.ThisPool) : IsKey("amr") && IsMetByOne(condition));
            }
            catch (MalformedPolicyException)
            {
                return false;
            }

            bool IsKey(string name) => key.Equals($"{principal}:{name}", StringComparison.OrdinalIgnoreCase);
        }

        // Beside "authenticated" amr names the login provider, which only a condition of any value lets pass; a guest's has no other value.
        bool IsMetByOne(PolicyCondition condition) =>
            (condition.Quantifier == ConditionQuantifier.Any || audience == RoleAudience.Unauthenticated) && IsMet(condition, TrustPolicy.NameOf(audience));

        static bool IsMet(PolicyCondition condition, string value) =>
            condition.IsMet(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [condition.Key] = [value] });

        string Text(TemplateNode value) =>
            pool.Template.Resource(value, ResourceTypes.IdentityPool)?.Id == pool.Id ? TrustPolicy.ThisPool : (value as TemplateScalar)?.Text ?? $"<{value}>";
    }

    /// <summary>Whether the trust is just what this role would be given again; <c>sts:TagSession</c> follows from the principal tags.</summary>
    private static bool IsCanonical(ResourceSource pool, TemplateMapping document, string principal, RoleAudience audience)
    {
        var partition = AwsPartition.Commercial with { TrustPrincipal = principal };
        var actual = Nodes.Items(document["Statement"]).OfType<TemplateMapping>().Select(Comparable).Single();
        return actual.Equals(Canonical(allowsSessionTags: false)) || actual.Equals(Canonical(allowsSessionTags: true));

        TemplateMapping Canonical(bool allowsSessionTags)
        {
            var canonical = TrustPolicy.Create(partition, Intrinsic.RefTo(pool.Id), audience, allowsSessionTags);
            return Comparable((TemplateMapping)((TemplateSequence)canonical["Statement"]!).Items[0]);
        }
    }

    private static TemplateMapping Comparable(TemplateMapping statement) =>
        new(
            statement.Select(entry =>
                entry.Key == "Action" ? KeyValuePair.Create(entry.Key, (TemplateNode)new TemplateSequence(Nodes.Items(entry.Value))) : entry
            )
        );
}
