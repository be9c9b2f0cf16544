using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A pool as pictures show it: who signs in, what decides, which roles there are and what they may do.</summary>
internal sealed class PoolPicture
{
    private readonly IReadOnlyList<IdentityPoolFinding> findings;

    public PoolPicture(IdentityPool pool, IReadOnlyList<IdentityPoolFinding> findings)
    {
        Pool = pool;
        this.findings = [.. findings.OrderByDescending(finding => finding.Severity)];
        SignIns = PictureSignIns.List(this);
        Roles = [.. pool.Roles.Concat(pool.TrustingRoles).Select(role => new PictureRole(this, role))];
    }

    public IdentityPool Pool { get; }

    public string Name => ShownText.Escape(Pool.ToString());

    /// <summary>Guests first, then every provider.</summary>
    public IReadOnlyList<PictureSignIn> SignIns { get; }

    /// <summary>The providers that someone can sign in with.</summary>
    public IEnumerable<PictureSignIn> Open => SignIns.Where(signIn => signIn is { Provider: not null, IsOpen: true });

    public IReadOnlyList<PictureRole> Roles { get; }

    /// <summary>Everything that was found, the worst first.</summary>
    public IReadOnlyList<IdentityPoolFinding> Findings => findings;

    /// <summary>What was found about the pool itself.</summary>
    public IReadOnlyList<IdentityPoolFinding> OwnFindings => About(subject => subject.Kind == FindingSubjectKind.Pool);

    /// <summary>What was found about a part.</summary>
    public IReadOnlyList<IdentityPoolFinding> About(Func<FindingSubject, bool> part) => [.. findings.Where(finding => part(finding.Subject))];

    /// <summary>The place of a role among those of the pool; -1 for none.</summary>
    public int IndexOf(IdentityPoolRole? role) => role is null ? -1 : Pool.Roles.IndexOf(role);
}

/// <summary>A role with what it may do.</summary>
internal sealed class PictureRole
{
    public PictureRole(PoolPicture picture, IdentityPoolRole role)
    {
        Role = role;
        Name = ShownText.Escape(role.IsManaged ? role.ToString() : ShortOf(role.TypedArn!));
        Detail = ShownText.Escape(role.IsManaged ? role.TypedArn?.ToString() ?? Messages.PictureManagedRole : role.TypedArn!.ToString());
        Permissions = [.. PermissionsOf(picture.Pool, role).Select(ShownText.Escape)];
        IsAttached = picture.Pool.Roles.Contains(role);
        Findings = picture.About(subject => subject is { Kind: FindingSubjectKind.Role, Role: { } found } && found == role);
    }

    public IdentityPoolRole Role { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Its ARN, or what there is to say in its place.</summary>
    public string Detail { get; }

    /// <summary>Whether it is a role of the pool, and does not just trust it.</summary>
    public bool IsAttached { get; }

    /// <summary>For whom it is.</summary>
    public string Audience =>
        !IsAttached ? Messages.PictureNotAttached
        : Role.For == RoleAudience.Authenticated ? Messages.PictureForUsers
        : Messages.PictureForGuests;

    /// <summary>What it may do, a line for each statement and each policy.</summary>
    public IReadOnlyList<string> Permissions { get; }

    public IReadOnlyList<IdentityPoolFinding> Findings { get; }

    /// <summary>What is said of a role without permissions.</summary>
    public string NoPermissions => Role.IsManaged || Role.TrustAsRead is not null ? Messages.PictureNoPermissions : Messages.PictureUnknownPermissions;

    private static string ShortOf(TemplateValue arn) =>
        arn.Literal is { } text
            ? text[(text.LastIndexOf('/') + 1)..]
            : Intrinsic.RefName(arn.Node) ?? Intrinsic.Attribute(arn.Node)?.Resource ?? arn.ToString();

    private static IEnumerable<string> PermissionsOf(IdentityPool pool, IdentityPoolRole role) =>
        [
            .. role.Statements.Select(statement => statement.ToString()),
            .. RoleDocuments
                .From(pool, role)
                .Policies.Where(policy => policy.Name != Bookkeeping.PolicyName || role.Statements.Count == 0)
                .SelectMany(policy => policy.Policy.Statements)
                .Select(Line),
            .. role.TypedManagedPolicyArns.Concat(role.Evidence.ManagedPolicyArns).Distinct().Select(arn => $"{Messages.PictureManagedPolicy} {arn}"),
        ];

    private static string Line(ParsedStatement statement) =>
        $"{(statement.Allows ? PolicyEffect.Allow : PolicyEffect.Deny)} {List(statement.Actions, statement.NotActions)} on "
        + List(statement.Resources, statement.NotResources)
        + (statement.Conditions.Count == 0 ? "" : $" if {string.Join(" and ", statement.Conditions.Select(Line))}");

    private static string Line(PolicyCondition condition) => $"{condition.Operator} {condition.Key} {string.Join(", ", condition.Values)}";

    private static string List(IReadOnlyList<string>? these, IReadOnlyList<string>? others) =>
        these is { Count: > 0 } ? string.Join(", ", these) : $"all but {string.Join(", ", others ?? [])}";
}

/// <summary>One thing that decides about a role.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Role">The place of the role that it gives among the roles of the pool; -1 for none of them.</param>
/// <param name="Target">What it gives, in words.</param>
internal sealed record PictureRule(string Text, int Role, string Target)
{
    /// <summary>The place among the rules of the mapping, from 1; null for what is not a rule.</summary>
    public int? Position { get; init; }

    /// <summary>Whether it refuses.</summary>
    public bool Denies { get; init; }

    public IReadOnlyList<IdentityPoolFinding> Findings { get; init; } = [];

    /// <summary>With its place in front.</summary>
    public string Numbered => Position is null ? Text : $"{Position}: {Text}";

    public override string ToString() => $"{Numbered} \u2192 {Target}";
}

/// <summary>One way in: as a guest, or with a provider.</summary>
internal sealed record PictureSignIn
{
    /// <summary>What kind of provider it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one; empty where the kind says all.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The provider; null for guests.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>Whether the pool has the provider, so that someone can come this way.</summary>
    public bool IsOpen { get; init; } = true;

    public RoleMapping? Mapping { get; init; }

    public PrincipalTagMapping? Tags { get; init; }

    /// <summary>What decides about the role, in the order in which it is looked at.</summary>
    public required IReadOnlyList<PictureRule> Rules { get; init; }

    /// <summary>What was found about provider, mapping and tags.</summary>
    public IReadOnlyList<IdentityPoolFinding> Findings { get; init; } = [];

    /// <summary>The whole on one line.</summary>
    public string Name => Detail.Length == 0 ? Kind : $"{Kind} {Detail}";
}
