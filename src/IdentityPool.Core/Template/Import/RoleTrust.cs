using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The trust policy of a role, read once however many pools ask for it.</summary>
internal sealed class RoleTrust
{
    private readonly Lazy<IReadOnlyList<string>> conditions;
    private readonly Lazy<IReadOnlyCollection<string>> principals;
    private readonly IReadOnlyList<TrustDocument> documents;

    public RoleTrust(TemplateSource template, ResourceSource role)
    {
        Written = template.WithMappings(ResourceSource.Document(role.Peek("AssumeRolePolicyDocument")) ?? new TemplateMapping());
        documents = [.. (Outcomes.Of(Written) ?? [Written]).Select(document => new TrustDocument(template, document as TemplateMapping ?? []))];
        Statements = [.. documents.SelectMany(document => Nodes.Items(document.Node["Statement"])).OfType<TemplateMapping>().Distinct()];
        conditions = new(() => Outcomes.ConditionsOf(Written));
        principals = new(() => [.. Statements.Select(TrustStatement.PrincipalOf).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The policy with what is known of the functions in it.</summary>
    public TemplateNode Written { get; }

    /// <summary>The conditions on which it depends.</summary>
    public IReadOnlyList<string> Conditions => conditions.Value;

    /// <summary>The statements in every outcome of the conditions; as they are written where these are too many.</summary>
    public IReadOnlyList<TemplateMapping> Statements { get; }

    /// <summary>The principals of identity pools that it names: it says with them for which partition the documents of the role are written.</summary>
    public IReadOnlyCollection<string> Principals => principals.Value;

    /// <summary>What it says of a pool in every outcome.</summary>
    public List<TrustReading> Readings(ResourceSource pool, RoleAudience expected) => [.. documents.Select(document => document.Reading(pool, expected))];

    /// <summary>The policy in one outcome of its conditions.</summary>
    private sealed class TrustDocument
    {
        private readonly ILookup<string, int> places;
        private readonly Dictionary<(RoleAudience Expected, string Places), TrustReading> readings = [];

        public TrustDocument(TemplateSource template, TemplateMapping node)
        {
            Node = node;
            places = Nodes
                .Items(node["Statement"])
                .OfType<TemplateMapping>()
                .SelectMany(TrustStatement.Conditions)
                .SelectMany(
                    (condition, place) => Nodes.Items(condition.Values).Select(value => (Pool: template.Resource(value, ResourceTypes.IdentityPool)?.Id, place))
                )
                .Where(named => named.Pool is not null)
                .Distinct()
                .ToLookup(named => named.Pool!, named => named.place, StringComparer.Ordinal);
        }

        public TemplateMapping Node { get; }

        /// <summary>What it says of a pool: the same of all that it names in the same places.</summary>
        public TrustReading Reading(ResourceSource pool, RoleAudience expected)
        {
            var key = (expected, string.Join(' ', places[pool.Id]));
            if (!readings.TryGetValue(key, out var reading))
            {
                reading = new(pool, Node, expected);
                readings.Add(key, reading);
            }

            return reading;
        }
    }
}
