using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What a trust policy says of an identity pool: whether the role is one of the pool, and how it differs from the recommended one.</summary>
internal sealed class TrustReading
{
    private readonly ResourceSource pool;

    public TrustReading(ResourceSource pool, TemplateMapping document, RoleAudience expected)
    {
        this.pool = pool;
        var statements = Nodes.Items(document["Statement"]).ToList();
        var ours = statements.OfType<TemplateMapping>().Where(IsOfPool).ToList();
        if (ours.Count == 0)
        {
            Fault = nameof(Messages.ImportForeignTrust);
            return;
        }

        var statement = ours[0];
        if (statements.Count > 1 || !TrustStatement.IsOfIdentityPoolsAlone(statement))
        {
            Fault = nameof(Messages.ImportOtherTrust);
            return;
        }

        var principal = TrustStatement.PrincipalOf(statement)!;
        var audience = AudienceOf(statement, principal, expected);
        if (AsksForMore(statement, principal, audience))
        {
            Fault = nameof(Messages.ImportNarrowTrust);
            return;
        }

        Audience = audience;
        Doubts = [.. DoubtsOf(statement, principal, audience)];
    }

    /// <summary>Who may assume the role as an identity of the pool; null when the trust is of another kind.</summary>
    public RoleAudience? Audience { get; }

    /// <summary>The sentence for trust of another kind.</summary>
    public string Fault { get; } = "";

    /// <summary>How the trust is weaker than the recommended one, or else differs from it: sentences with what fills them.</summary>
    public IReadOnlyList<(string Sentence, string Detail)> Doubts { get; } = [];

    private bool IsOfPool(TemplateMapping statement) =>
        TrustStatement.IsAssuming(statement) && TrustStatement.PrincipalOf(statement) is { } principal && !IsOfAnotherPool(statement, principal);

    private bool IsOfAnotherPool(TemplateMapping statement, string principal)
    {
        var audiences = TrustStatement.ConditionValues(statement, principal + ":aud").ToList();
        return audiences.Count > 0 && audiences.TrueForAll(audience => !IsPool(audience));
    }

    private bool IsPool(TemplateNode audience) => pool.Template.Resource(audience, ResourceTypes.IdentityPool)?.Id == pool.Id;

    /// <summary>Whose role it is by its trust; where that names both or none, the one that is expected.</summary>
    private static RoleAudience AudienceOf(TemplateMapping statement, string principal, RoleAudience expected)
    {
        var named = TrustStatement.ConditionValues(statement, principal + ":amr").OfType<TemplateScalar>().Select(amr => amr.Text).ToList();
        return named.Contains(TrustPolicy.NameOf(expected))
            ? expected
            : Enum.GetValues<RoleAudience>().Where(other => named.Contains(TrustPolicy.NameOf(other))).Append(expected).First();
    }

    /// <summary>
    /// Whether the trust may refuse identities that the recommended one lets in: it asks for something beside pool and sign-in, or asks for these in a way
    /// that the pool's own identities do not fulfil. Such a role must not be imported with the recommended trust, which would be wider.
    /// </summary>
    private bool AsksForMore(TemplateMapping statement, string principal, RoleAudience audience)
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

        string Text(TemplateNode value) => IsPool(value) ? TrustPolicy.ThisPool : (value as TemplateScalar)?.Text ?? $"<{value}>";
    }

    /// <summary>What is not as this role would be given again. Notations that mean the same, and <c>sts:TagSession</c>, which follows from the tags, are no difference.</summary>
    private IEnumerable<(string Sentence, string Detail)> DoubtsOf(TemplateMapping statement, string principal, RoleAudience audience)
    {
        var conditions = TrustStatement.Conditions(statement).ToList();
        var pools = conditions.FindAll(condition => IsKey(condition.Key, "aud"));
        var states = conditions.FindAll(condition => IsKey(condition.Key, "amr"));
        if (pools.Count == 0)
        {
            yield return (nameof(Messages.ImportTrustOfAnyPool), "");
        }

        if (states.Count == 0)
        {
            yield return (nameof(Messages.ImportTrustOfAnyState), "");
        }

        if (pools is [{ Operator: "StringLike" } like] && AreOfTemplate(like.Values))
        {
            yield return (nameof(Messages.ImportTrustPattern), like.Key);
        }
        else if (pools.Exists(condition => condition.Operator != "StringEquals" || !AreOfTemplate(condition.Values)) || IsElse())
        {
            yield return (nameof(Messages.ImportTrust), "");
        }

        bool IsKey(string key, string name) => key.Equals($"{principal}:{name}", StringComparison.OrdinalIgnoreCase);

        bool IsElse() =>
            pools.Count > 1
            || states.Count > 1
            || states.Exists(condition =>
                condition.Operator is not ("ForAnyValue:StringLike" or "ForAnyValue:StringEquals")
                || Nodes.Items(condition.Values).ToList() is not [TemplateScalar { Text: var state }]
                || state != TrustPolicy.NameOf(audience)
            )
            || TrustStatement
                .Actions(statement)
                .Any(action =>
                    !action.Equals(TrustPolicy.Assume, StringComparison.OrdinalIgnoreCase)
                    && !action.Equals(TrustPolicy.TagSession, StringComparison.OrdinalIgnoreCase)
                );
    }

    /// <summary>Whether only pools of the template are named, of which each has the role as its own.</summary>
    private bool AreOfTemplate(TemplateNode values) =>
        Nodes.Items(values).ToList() is { Count: > 0 } all && all.TrueForAll(value => pool.Template.Resource(value, ResourceTypes.IdentityPool) is not null);
}
