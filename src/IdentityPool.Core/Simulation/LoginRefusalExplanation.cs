using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>Says why AWS refused credentials, by simulating the same request.</summary>
internal sealed class LoginRefusalExplanation
{
    private readonly SimulatedPool pool;
    private readonly TimeProvider clock;
    private readonly ValueMap<ProviderSecret> logins;
    private readonly string? customRole;
    private readonly bool isClassic;
    private readonly List<RoleDecision> decisions = [];
    private int expired;

    /// <param name="pool">The pool that was asked.</param>
    /// <param name="clock">Says whether a token has expired.</param>
    /// <param name="logins">The token of each provider, by the name that the API takes; none for a guest.</param>
    /// <param name="customRole">The role that was asked for where the token offers several.</param>
    /// <param name="isClassic">Whether it was the classic flow, which looks at the login and at no role.</param>
    public LoginRefusalExplanation(SimulatedPool pool, TimeProvider clock, ValueMap<ProviderSecret> logins, string? customRole, bool isClassic = false)
    {
        (this.pool, this.clock, this.logins, this.customRole, this.isClassic) = (pool, clock, logins, customRole, isClassic);
        Text = string.Join(Environment.NewLine, Lines());
    }

    /// <summary>The explanation, a line for each thing to be known.</summary>
    public string Text { get; }

    /// <summary>Whether the simulation refuses too, or needs not be made.</summary>
    public bool IsSufficient =>
        decisions.Count + expired == Math.Max(logins.Count, 1) && decisions.TrueForAll(decision => decision.Outcome == RoleDecisionOutcome.Denied);

    /// <summary>What was decided for each login that could be simulated, or for the guest.</summary>
    public ValueList<RoleDecision> Decisions => decisions.ToValueList();

    private List<string> Lines() =>
        logins.Count switch
        {
            0 => Lines(null, pool.RequestOfGuest),
            1 => Lines(null, () => RequestOf(logins.First())),
            _ => [.. logins.SelectMany(login => Lines(login.Key, () => RequestOf(login))), Messages.RefusalSeveralLogins],
        };

    private List<string> Lines(string? login, Func<RoleRequest> create)
    {
        try
        {
            var request = create() with { CustomRole = customRole };
            if (request.Remarks.Any(remark => remark.Id == nameof(Messages.NoteTokenExpired)))
            {
                // AWS looks no further, so what the token would get explains nothing.
                expired++;
                return [Named(login, nameof(Messages.RefusalExpired), nameof(Messages.RefusalExpiredLogin), TokenRequest.EndOf(request.Claims))];
            }

            var decision = new RoleDecision(request);
            if (isClassic && decision.Message is not (ServiceMessages.GuestsNotAllowed or ServiceMessages.NotSupportedProvider))
            {
                return [Messages.RefusalNotReproduced];
            }

            decisions.Add(decision);
            return [Named(login, nameof(Messages.RefusalSimulated), nameof(Messages.RefusalSimulatedLogin), decision), .. Reasons(decision)];
        }
        catch (DefinitionException exception)
        {
            return [Named(login, nameof(Messages.RefusalNotSimulated), nameof(Messages.RefusalNotSimulatedLogin), exception.Message)];
        }
    }

    private static string Named(string? login, string alone, string amongOthers, object what) =>
        login is null ? MessageText.Format(alone, what) : MessageText.Format(amongOthers, login, what);

    /// <summary>What decided; where nothing did, why each rule did not.</summary>
    private static string[] Reasons(RoleDecision decision)
    {
        var decisive = decision.Trace.Where(entry => entry.IsDecisive).ToList();
        return
        [
            .. (decisive.Count > 0 ? decisive : [.. decision.Trace]).Select(entry => entry.ToString()),
            .. decision.Notes.Select(note => note.ToString()),
            .. decision.Outcome == RoleDecisionOutcome.Role ? [Messages.RefusalNotReproduced] : Array.Empty<string>(),
        ];
    }

    private RoleRequest RequestOf(KeyValuePair<string, ProviderSecret> login)
    {
        var provider = ProviderOf(login.Key);
        // A user pool may have several clients here; then the token says which one is meant.
        var isUserPool = provider is UserPoolReference { UserPool: var userPool } && pool.Definition.ClientsOf(userPool).Count > 0;
        var known = isUserPool ? provider : pool.RequestOf(provider).Provider!;
        return known switch
        {
            UserPoolReference or OpenIdConnectProviderReference => Issued(login, known),
            LoginProviderReference { Login: LoginProviderName.Google or LoginProviderName.Apple } => Issued(login, known),
            // What the others give is read only when it happens to be a JSON web token.
            _ when login.Value.Reveal().Count(character => character == '.') == 2 => new TokenRequest(pool, clock).Create(login.Value.Reveal(), known),
            _ => throw DefinitionErrors.Create(nameof(Messages.LoginTokenOpaque), login.Key, known),
        };
    }

    /// <summary>A token that says by whom it was issued, and for which client.</summary>
    private RoleRequest Issued(KeyValuePair<string, ProviderSecret> login, ProviderReference provider)
    {
        var found = new TokenRequest(pool, clock).Create(login.Value.Reveal(), provider: null);
        return found.Provider!.WithoutClient == provider.WithoutClient || IssuerName.AreSame(IssuerOf(found.Provider), IssuerOf(provider))
            ? found
            : throw DefinitionErrors.Create(nameof(Messages.LoginOfOtherProvider), login.Key, login.Key, found.Provider);
    }

    /// <summary>The issuer that a login provider and an OpenID Connect provider may share.</summary>
    private static string? IssuerOf(ProviderReference provider) =>
        provider switch
        {
            LoginProviderReference login => login.Url.Literal,
            OpenIdConnectProviderReference { Provider: var known } => IssuerName.Of(known),
            _ => null,
        };

    private ProviderReference ProviderOf(string name)
    {
        var definition = pool.Definition;
        var principal = AwsPartition.OfRegion(definition.Region).TrustPrincipal;
        return name == principal && definition.TypedDeveloperProviderName is { } developer ? new ProviderUrlReference(developer)
            : name == definition.TypedDeveloperProviderName?.Literal
                ? throw DefinitionErrors.Create(nameof(Messages.LoginOfDeveloperName), name, name, principal)
            : definition.LoginProviders.Any(known => known.ProviderUrl == name) ? ProviderReference.OfUrl(name)
            : definition.OpenIdConnectProviders.FirstOrDefault(known => IssuerName.AreSame(IssuerName.Of(known), name)) is { } provider
                ? new OpenIdConnectProviderReference(provider)
            : definition.OpenIdConnectProviders.Select(IssuerName.Of).OfType<string>().FirstOrDefault(known => IssuerName.AreAlike(known, name)) is { } alike
                ? throw DefinitionErrors.Create(nameof(Messages.LoginOfAlikeName), name, name, alike)
            : ProviderReference.OfUrl(name);
    }
}
