using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>
/// The connections of one command. Each setting stands for itself: what the command is not given comes from where the definition was read, else from the
/// session in force, else from the SDK's chain. What a command is not meant to reach, it does not reach by leaving something out.
/// </summary>
internal sealed class Connection
{
    private static readonly MfaPrompt Prompt = new();

    private readonly Dictionary<ConnectionSettings, IIdentityPoolService> opened = [];
    private readonly CallPump pump;
    private readonly ConnectionSettings own;
    private readonly IdentityPoolSession? given;
    private readonly IdentityPoolSession? session;
    private readonly bool isBlocked;

    /// <param name="pump">The pump of the command.</param>
    /// <param name="own">What the command was given.</param>
    /// <param name="given">The session that the command was given, in place of that of the runspace.</param>
    /// <exception cref="DefinitionException">The session is a sandbox, and has nothing of what the command was given.</exception>
    public Connection(CallPump pump, ConnectionSettings own, IdentityPoolSession? given)
    {
        (this.pump, this.own, this.given) = (pump, own, given);
        session = given ?? DefaultSession.Value;
        isBlocked = given is null && DefaultSession.IsBlocked;
        if (session is { IsSandbox: true } && Foreign(own) is { } parameter)
        {
            throw DefinitionErrors.Create(nameof(Messages.SandboxConnection), parameter, $"-{parameter}");
        }
    }

    /// <summary>The region that the command was given, by itself or with a session.</summary>
    public string? GivenRegion => own.Region ?? given?.Region;

    /// <summary>The region that command and session fix; null when the id of a pool may choose it.</summary>
    public string? Region => own.Region ?? session?.Region;

    /// <summary>Makes a service of settings; calls nothing.</summary>
    /// <exception cref="ServiceException">There is no region, or no such profile.</exception>
    public static IIdentityPoolService Open(CallPump pump, ConnectionSettings settings) =>
        // Where a region comes from may be slow to answer, so this can be stopped like any call.
        pump.Wait(pump.Start(_ => Task.FromResult(Connect(settings))));

    private static IIdentityPoolService Connect(ConnectionSettings settings) =>
        settings.IsSandbox
            ? Adapters.Services.Connect(
                Adapters.Sandboxes.Create(settings.AccountId ?? SandboxDefaults.AccountId, settings.Region ?? SandboxDefaults.Region),
                settings.AllowedAccountIds
            )
            : Adapters.Services.Connect(settings, Prompt);

    /// <summary>What is meant where nobody connected and the command names no credentials: the SDK's chain, or how a definition was read.</summary>
    /// <param name="pump">The pump of the command.</param>
    /// <param name="settings">The settings. Of them, region and endpoint do not say whose account is meant, and a definition comes from any runspace.</param>
    /// <exception cref="ServiceException">It is not known whose account is meant, or there is no region or no such profile.</exception>
    public static IIdentityPoolService OpenUnasked(CallPump pump, ConnectionSettings settings) =>
        DefaultSession.UnaskedErrorId is { } errorId ? throw BlockedException(errorId) : Open(pump, settings);

    /// <summary>The error of a runspace that calls nothing: by default because its Connect-IdentityPool failed.</summary>
    public static ServiceException BlockedException(string errorId = nameof(Messages.ConnectFailed)) =>
        new(errorId, ServiceErrorKind.Settings, MessageText.Format(errorId), target: null);

    /// <summary>The service for what is named by nothing but an id, or by nothing.</summary>
    /// <param name="region">The region to work in, if no setting says another one.</param>
    /// <exception cref="ServiceException">It is not known which account is meant, there is no region, or no such profile.</exception>
    public IIdentityPoolService To(string? region) => To(region, PoolOrigin.None);

    /// <summary>The service for a definition: unless the command says otherwise, the one that it was read with.</summary>
    /// <exception cref="DefinitionException">The definition is of a sandbox and the connection is not, or the other way round.</exception>
    /// <exception cref="ServiceException">It is not known which account is meant, there is no region, or no such profile.</exception>
    public IIdentityPoolService To(IdentityPool pool)
    {
        var isSandbox = session is { IsSandbox: true };
        return pool.Origin.IsSandbox switch
        {
            true when !isSandbox => throw DefinitionErrors.Create(nameof(Messages.IdentityPoolOfSandbox), pool, pool),
            false when isSandbox => throw DefinitionErrors.Create(nameof(Messages.IdentityPoolOfRealAccount), pool, pool, Arn.Parse(pool.Arn!).Account),
            _ => To(pool.Region, given is null ? pool.Origin : PoolOrigin.None),
        };
    }

    private IIdentityPoolService To(string? chosen, PoolOrigin origin)
    {
        if (isBlocked)
        {
            throw BlockedException();
        }

        var region = own.Region ?? chosen ?? session?.Region;
        var endpoint = own.EndpointUrl ?? session?.Settings.EndpointUrl;
        if (own.NamesCredentials)
        {
            return Opened(Settings(), Open);
        }

        if (session is null)
        {
            return Opened(own with { Region = region, EndpointUrl = endpoint, ProfileName = origin.ProfileName }, OpenUnasked);
        }

        return origin.ProfileName is { } profile && profile != session.ProfileName && !session.IsSandbox
            ? Opened(Settings() with { ProfileName = profile }, Open)
            : session.Service.At(region!, endpoint);

        ConnectionSettings Settings() => own with { Region = region, EndpointUrl = endpoint, AllowedAccountIds = Allowed() };
    }

    /// <summary>The only accounts that may be called, whatever replaces credentials: as the session says, and without one as all other runspaces do.</summary>
    /// <exception cref="ServiceException">No account is allowed by all of them.</exception>
    private ValueList<string> Allowed()
    {
        if (session is not null)
        {
            return session.Settings.AllowedAccountIds;
        }

        var bounds = DefaultSession.Bounds;
        var common = bounds
            .SelectMany(bound => bound)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where(id => bounds.All(bound => bound.Contains(id)))
            .ToValueList();
        return bounds.Count == 0 || common.Count > 0 ? common : throw BlockedException(nameof(Messages.AllowedAccountElsewhere));
    }

    private IIdentityPoolService Opened(ConnectionSettings settings, Func<CallPump, ConnectionSettings, IIdentityPoolService> open)
    {
        if (!opened.TryGetValue(settings, out var service))
        {
            service = open(pump, settings);
            opened.Add(settings, service);
        }

        return service;
    }

    /// <summary>The first of the settings that no sandbox has.</summary>
    private static string? Foreign(ConnectionSettings settings) =>
        settings.ProfileName is not null ? nameof(settings.ProfileName)
        : settings.Credential is not null ? nameof(settings.Credential)
        : settings.EndpointUrl is not null ? nameof(settings.EndpointUrl)
        : null;
}
