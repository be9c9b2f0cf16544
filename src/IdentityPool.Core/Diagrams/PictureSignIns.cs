using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>Finds every way in, with what decides there.</summary>
internal static class PictureSignIns
{
    public static IReadOnlyList<PictureSignIn> List(PoolPicture picture)
    {
        var pool = picture.Pool;
        var providers = Providers(pool).ToList();
        var known = providers.Select(provider => provider.Provider).ToHashSet();
        providers.AddRange(
            pool.RoleMappings.Select(mapping => mapping.Provider)
                .Concat(pool.PrincipalTags.Select(tags => tags.Provider).Where(tagged => !known.Any(provider => provider.WithoutClient == tagged)))
                .Where(known.Add)
                // Where a function names the provider, only deployment can tell whether the pool has it.
                .Select(provider => (Messages.PictureOtherProvider, provider.ToString(), provider, provider is ProviderUrlReference { Value.IsLiteral: false }))
        );
        return [Guests(picture), .. providers.Select(provider => SignIn(picture, provider))];
    }

    private static IEnumerable<(string Kind, string Detail, ProviderReference Provider, bool IsOpen)> Providers(IdentityPool pool) =>
        [
            .. pool.UserPools.Select(known =>
                (Messages.PictureUserPool, known.ToString(), pool.Bound(new UserPoolReference(known.UserPool, known.UserPoolClient)), true)
            ),
            .. pool.LoginProviders.Select(known =>
                (known.Provider.ToString(), known.TypedAppId.ToString(), (ProviderReference)new LoginProviderReference(known.Provider), true)
            ),
            .. pool.OpenIdConnectProviders.Select(known =>
                (Messages.PictureOpenIdConnect, known.ToString(), (ProviderReference)new OpenIdConnectProviderReference(known), true)
            ),
            .. pool.SamlProviders.Select(known => (Messages.PictureSaml, known.ToString(), (ProviderReference)new SamlProviderReference(known), true)),
            .. pool.TypedDeveloperProviderName is { } name
                ? [(Messages.PictureDeveloper, name.ToString(), (ProviderReference)new ProviderUrlReference(name), true)]
                : Array.Empty<(string, string, ProviderReference, bool)>(),
        ];

    private static PictureSignIn Guests(PoolPicture picture)
    {
        var pool = picture.Pool;
        return new()
        {
            Kind = Messages.PictureGuests,
            IsOpen = pool.MayHaveGuests,
            Rules = pool.MayHaveGuests
                ? [Default(picture, Messages.PictureWithoutLogin, pool.UnauthenticatedRole, UnknownPartKind.UnauthenticatedRole)]
                : [Denial(Messages.PictureGuestsOff)],
        };
    }

    private static PictureSignIn SignIn(PoolPicture picture, (string Kind, string Detail, ProviderReference Provider, bool IsOpen) provider)
    {
        var mapping = picture.Pool.RoleMappings.FirstOrDefault(known => known.Provider == provider.Provider);
        return new()
        {
            Kind = ShownText.Escape(provider.Kind),
            Detail = ShownText.Escape(provider.Detail),
            Provider = provider.Provider,
            IsOpen = provider.IsOpen,
            Mapping = mapping,
            Tags = picture.Pool.PrincipalTags.FirstOrDefault(tags => tags.Provider == provider.Provider.WithoutClient),
            Rules = [.. picture.Pool.UnknownMappingsOf(provider.Provider).Any() ? [Unknown(Messages.PictureNoMapping)] : Rules(picture, mapping)],
            Findings = picture.About(subject => subject.Kind != FindingSubjectKind.Rule && IsAbout(subject, provider.Provider)),
        };
    }

    private static bool IsAbout(FindingSubject subject, ProviderReference provider) =>
        subject.Provider is { } found && (found == provider || found == provider.WithoutClient);

    private static IEnumerable<PictureRule> Rules(PoolPicture picture, RoleMapping? mapping)
    {
        var role = picture.Pool.AuthenticatedRole;
        if (mapping is null)
        {
            return [Default(picture, Messages.PictureNoMapping, role, UnknownPartKind.AuthenticatedRole)];
        }

        return
        [
            .. mapping.Type == RoleMappingType.Token
                ? [.. OfGroups(picture, mapping), OfToken(Messages.PicturePreferredRole), OfToken(Messages.PictureSingleRole)]
                : mapping.Rules.Select((rule, index) => OfRule(picture, mapping, rule, index + 1)),
            mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.Deny
                ? Denial(Messages.PictureOtherwise)
                : Default(picture, Messages.PictureOtherwise, role, UnknownPartKind.AuthenticatedRole),
        ];
    }

    private static PictureRule OfRule(PoolPicture picture, RoleMapping mapping, RoleMappingRule rule, int position) =>
        new(
            ShownText.Escape($"{rule.TypedClaim} {rule.MatchType} {rule.TypedClaimValue}"),
            picture.IndexOf(rule.MappedRole),
            ShownText.Escape(rule.MappedRole.ToString())
        )
        {
            Position = position,
            Findings = picture.About(subject =>
                subject.Kind == FindingSubjectKind.Rule && subject.Position == position && subject.Provider == mapping.Provider
            ),
        };

    /// <summary>The groups whose role a token names, in the order in which they are preferred.</summary>
    private static IEnumerable<PictureRule> OfGroups(PoolPicture picture, RoleMapping mapping) =>
        mapping.Provider is UserPoolReference { UserPool: var userPool }
            ? picture
                .Pool.GroupsOf(userPool)
                .Where(group => group.Role is not null)
                .OrderBy(group => group.Precedence is null)
                .ThenBy(group => group.Precedence)
                .Select(group => new PictureRule(
                    ShownText.Escape(
                        group.Precedence is { } rank
                            ? MessageText.Format(nameof(Messages.PictureRankedGroup), group, rank)
                            : MessageText.Format(nameof(Messages.PictureGroup), group)
                    ),
                    picture.IndexOf(group.Role),
                    ShownText.Escape(group.Role!.ToString())
                ))
            : [];

    private static PictureRule OfToken(string text) => new(text, -1, Messages.PictureTokenRole);

    private static PictureRule Unknown(string text) => new(text, -1, Messages.PictureUnknownRole);

    private static PictureRule Default(PoolPicture picture, string text, IdentityPoolRole? role, UnknownPartKind place) =>
        picture.Pool.IsUnknown(place) ? Unknown(text) : new(text, picture.IndexOf(role), role is null ? Messages.NoRole : ShownText.Escape(role.ToString()));

    private static PictureRule Denial(string text) => new(text, -1, Messages.PictureDenied) { Denies = true };
}
