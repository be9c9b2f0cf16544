using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Which identity logins belong to.</summary>
/// <param name="pools">The pools.</param>
/// <param name="context">The call.</param>
internal sealed class IdentityLinking(PoolStore pools, SandboxContext context)
{
    /// <summary>The identity of some logins; a new one when nobody has them.</summary>
    public SandboxIdentity FindOrCreate(SandboxPool pool, IReadOnlyList<Login> logins)
    {
        var owners = logins.Select(login => pool.OwnerOf(login.Link)).OfType<SandboxIdentity>().Distinct().ToArray();
        if (owners.Length > 1)
        {
            throw PoolErrors.Conflict("Logins are linked to different identities.");
        }

        var identity = owners.FirstOrDefault() ?? pools.NewIdentity(pool, context);
        Link(identity, logins);
        return identity;
    }

    /// <summary>Makes sure that an identity may be used with some logins, and links those that nobody has yet.</summary>
    public void Check(SandboxIdentity identity, IReadOnlyList<Login> logins)
    {
        if (logins.Count == 0)
        {
            CheckGuest(identity);
            return;
        }

        var own = logins.Where(login => login.Link.Provider == context.Partition.TrustPrincipal).ToArray();
        if (own.Any(login => login.Link.Subject != identity.Id))
        {
            throw Forbidden(identity);
        }

        var foreign = logins.Except(own).ToArray();
        var owners = foreign.Select(login => identity.Pool.OwnerOf(login.Link)).ToArray();
        if (own.Length == 0 && !owners.Contains(identity) && (identity.Links.Count > 0 || owners.Any(owner => owner is not null)))
        {
            throw PoolErrors.NotAuthorized("Logins don't match. Please include at least one valid login for this identity or identity pool.");
        }

        Link(identity, foreign);
    }

    public static void CheckGuests(SandboxPool pool)
    {
        if (!pool.Settings.Flag("AllowUnauthenticatedIdentities"))
        {
            throw PoolErrors.NotAuthorized(ServiceMessages.GuestsNotAllowed);
        }
    }

    private static void CheckGuest(SandboxIdentity identity)
    {
        if (identity.Links.Count > 0)
        {
            throw Forbidden(identity);
        }

        CheckGuests(identity.Pool);
    }

    /// <summary>Links logins to an identity.</summary>
    public void Link(SandboxIdentity identity, IReadOnlyList<Login> logins)
    {
        if (logins.Any(login => identity.Pool.OwnerOf(login.Link) is { } owner && owner != identity))
        {
            throw PoolErrors.Conflict("A login is linked to another identity.");
        }

        foreach (var login in logins.Where(login => !identity.Links.Contains(login.Link)))
        {
            identity.Pool.Link(identity, login.Link, context.Time);
        }
    }

    private static SandboxServiceException Forbidden(SandboxIdentity identity) => PoolErrors.NotAuthorized($"Access to Identity '{identity.Id}' is forbidden.");
}
