using IdentityPools.Model;
using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>What reading and writing mean for a service.</summary>
/// <param name="ArnService">The service in an ARN.</param>
/// <param name="Example">An ARN of the resource that the user names.</param>
/// <param name="Source">Where AWS lists the actions.</param>
internal sealed record ServiceAccess(string ArnService, string Example, string Source)
{
    public required ValueList<AccessGrant> Read { get; init; }

    public required ValueList<AccessGrant> Write { get; init; }

    /// <summary>The same where each identity reaches only what is its own; empty where the service knows no such thing.</summary>
    public ValueList<AccessGrant> ReadPerIdentity { get; init; } = [];

    public ValueList<AccessGrant> WritePerIdentity { get; init; } = [];

    /// <summary>
    /// The part of a resource that has to be one thing where each identity is to reach only its own: a wildcard there would also fit what lies in another
    /// identity's part.
    /// </summary>
    public Func<ResourceName, ResourceName> Shared { get; init; } = static resource => resource;

    /// <summary>What fits more than itself in the name of a resource.</summary>
    public string Wildcards { get; init; } = "*?";

    /// <summary>How the resource of an ARN may begin; empty where anything may stand there.</summary>
    public ValueList<string> Kinds { get; init; } = [];

    /// <summary>Whether ARNs of the service have neither region nor account.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the kind of resource has to stand in the text, so that a function alone cannot stand for an ARN.</summary>
    public bool NeedsKind { get; init; }

    /// <summary>What <c>*</c> stands for: by itself it would not tell reading from writing where the ARN does.</summary>
    public string Everything { get; init; } = "*";

    /// <summary>Actions that apps use by themselves, while the access takes a pattern that has them in it.</summary>
    public ValueList<string> Single { get; init; } = [];

    /// <summary>Every action, with what it is for.</summary>
    public IEnumerable<(string Name, AccessLevel Access)> Actions
    {
        get
        {
            var read = NamesOf(Read, ReadPerIdentity);
            var write = NamesOf(Write, WritePerIdentity);
            return read.Union(write)
                .Union(Single)
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    (
                        name,
                        Has(read, name) && Has(write, name) ? AccessLevel.ReadWrite
                        : Has(write, name) ? AccessLevel.Write
                        : AccessLevel.Read
                    )
                );

            static bool Has(IEnumerable<string> patterns, string name) => patterns.Any(pattern => Wildcard.Matches(pattern, name));
        }
    }

    public bool HasIdentityScope => ReadPerIdentity.Count > 0;

    /// <summary>Whether identities are kept apart on a resource.</summary>
    public bool IsolatesOn(ResourceName resource) => !Shared(resource).BeforeIdentity.HasAny(Wildcards);

    public ValueList<AccessGrant> Grants(AccessLevel access, bool perIdentity)
    {
        var (read, write) = perIdentity ? (ReadPerIdentity, WritePerIdentity) : (Read, Write);
        return access switch
        {
            AccessLevel.Read => read,
            AccessLevel.Write => write,
            _ => [.. read, .. write],
        };
    }

    /// <summary>Whether an ARN names a resource of the service.</summary>
    public bool Names(Arn arn) =>
        arn.Service == ArnService
        && (!IsGlobal || (arn.Region.Length == 0 && arn.Account.Length == 0))
        && (Kinds.Count == 0 || Kinds.Any(kind => arn.Resource.Length > kind.Length && arn.Resource.StartsWith(kind, StringComparison.Ordinal)));

    /// <summary>How an ARN of the service begins, up to the name of the resource.</summary>
    public IEnumerable<string> ArnBeginnings(string? region, string? account)
    {
        var example = Arn.Parse(Example);
        var place = IsGlobal ? "::" : $"{region ?? example.Region}:{(example.Account.Length == 0 ? "" : account ?? example.Account)}:";
        var kinds = Kinds.Count > 0 ? Kinds : [example.Resource[..(example.Resource.IndexOf('/', StringComparison.Ordinal) + 1)]];
        return kinds.Select(kind => $"arn:{AwsPartition.OfRegion(region).Name}:{ArnService}:{place}{kind}");
    }

    private static ValueList<string> NamesOf(params IEnumerable<ValueList<AccessGrant>> grants) =>
        grants.SelectMany(some => some).SelectMany(grant => grant.Actions).Distinct().ToValueList();
}

/// <summary>Actions that are granted together on resources of one shape.</summary>
/// <param name="Actions">The actions.</param>
internal sealed record AccessGrant(params ValueList<string> Actions)
{
    /// <summary>The resources that stand for the one that the user names; none where these actions do not apply to it.</summary>
    public Func<ResourceName, IEnumerable<ResourceName>> On { get; init; } = static resource => [resource];

    /// <summary>The condition under which the resource is granted, if there is one.</summary>
    public Func<ResourceName, TemplateMapping?> When { get; init; } = static _ => null;

    /// <summary>The statement that grants one resource, or null where these actions do not apply to it.</summary>
    public PolicyStatement? Statement(ResourceName resource)
    {
        var resources = On(resource).Select(name => name.Value).ToValueList();
        return resources.Count == 0
            ? null
            : PolicyStatement.Create(
                new()
                {
                    Actions = Actions.Select(TemplateValue.FromString).ToValueList(),
                    Resources = resources,
                    Condition = When(resource),
                }
            );
    }
}
