using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Tells whether a role of a template is one of an identity pool, by its trust policy.</summary>
internal static class TrustImporter
{
    private const string Document = "AssumeRolePolicyDocument";

    /// <summary>
    /// Who may assume the role as an identity of the pool; null when the trust is of another kind, which a warning says. Where conditions decide about the trust, it
    /// has to be of the pool in every outcome.
    /// </summary>
    public static RoleAudience? Read(ResourceSource pool, ResourceSource role, RoleAudience expected)
    {
        role.Take(Document);
        var trust = pool.Template.TrustOf(role);
        var readings = trust.Readings(pool, expected);
        var audiences = readings.Select(reading => reading.Audience).Distinct().ToList();
        if (audiences is not [{ } audience])
        {
            pool.Template.Warn(audiences.Count > 1 ? nameof(Messages.ImportTrustUntold) : readings[0].Fault, role.Id, string.Join(", ", trust.Conditions));
            return null;
        }

        foreach (var (sentence, detail) in readings.SelectMany(reading => reading.Doubts).Distinct())
        {
            pool.Template.Warn(sentence, role.Id, detail);
        }

        return audience;
    }

    /// <summary>The audience of a role that trusts the pool without being attached to it.</summary>
    public static RoleAudience AudienceOf(ResourceSource pool, ResourceSource role) =>
        pool.Template.TrustOf(role)
            .Readings(pool, RoleAudience.Authenticated)
            .Select(reading => reading.Audience)
            .FirstOrDefault(audience => audience is not null)
        ?? RoleAudience.Authenticated;

    /// <summary>The identity pools of the template that a role's trust policy names, or may.</summary>
    public static IEnumerable<string> PoolsOf(TemplateSource template, ResourceSource role) =>
        template
            .TrustOf(role)
            .Statements.Where(statement => TrustStatement.IsAssuming(statement) && TrustStatement.PrincipalOf(statement) is not null)
            .SelectMany(statement => TrustStatement.ConditionValues(statement, TrustStatement.PrincipalOf(statement) + ":aud"))
            .Select(audience => template.Resource(audience, ResourceTypes.IdentityPool)?.Id)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
}

/// <summary>The parts of a statement that lets identities of identity pools assume a role.</summary>
internal static class TrustStatement
{
    /// <summary>The principal of identity pools; null when the statement names none.</summary>
    public static string? PrincipalOf(TemplateMapping statement) =>
        Federated(statement).OfType<TemplateScalar>().Select(principal => principal.Text).FirstOrDefault(AwsPartition.IsTrustPrincipal);

    /// <summary>Whether the statement names nobody but identity pools.</summary>
    public static bool IsOfIdentityPoolsAlone(TemplateMapping statement) =>
        statement["Principal"] is TemplateMapping { Count: 1 } && Federated(statement).ToList() is [TemplateScalar];

    public static bool IsAssuming(TemplateMapping statement) =>
        statement["Effect"] is TemplateScalar { Text: "Allow" } && Actions(statement).Contains(TrustPolicy.Assume, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Actions(TemplateMapping statement) =>
        Nodes.Items(statement["Action"]).OfType<TemplateScalar>().Select(action => action.Text);

    public static IEnumerable<TemplateNode> ConditionValues(TemplateMapping statement, string key) =>
        Conditions(statement)
            .Where(condition => condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(condition => Nodes.Items(condition.Values));

    /// <summary>The lines of the condition block, as far as it is one.</summary>
    public static IEnumerable<(string Operator, string Key, TemplateNode Values)> Conditions(TemplateMapping statement) =>
        (statement["Condition"] as TemplateMapping ?? []).SelectMany(block =>
            (block.Value as TemplateMapping ?? []).Select(entry => (block.Key, entry.Key, entry.Value))
        );

    private static IEnumerable<TemplateNode> Federated(TemplateMapping statement) =>
        Nodes.Items((statement["Principal"] as TemplateMapping)?[TrustPolicy.Federated]);
}
