using IdentityPools.Findings;
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
        SignIns = PictureSignIns.Of(this);
        Roles = [.. pool.Roles.Select(role => new PictureRole(this, role))];
    }

    public IdentityPool Pool { get; }

    public string Name => ShownText.Of(Pool.ToString());

    /// <summary>Guests first, then every provider.</summary>
    public IReadOnlyList<PictureSignIn> SignIns { get; }

    /// <summary>The providers that somebody can sign in with.</summary>
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
