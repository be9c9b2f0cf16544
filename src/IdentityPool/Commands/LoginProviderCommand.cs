using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>A command about public login providers and what they know the app by.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LoginProviderCommand : PoolCommand
{
    private protected LoginProviderCommand() { }

    /// <summary>The client id of Login with Amazon.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Amazon { get; set; }

    /// <summary>The app id at Facebook.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Facebook { get; set; }

    /// <summary>The client id at Google.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Google { get; set; }

    /// <summary>The services id at Apple.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Apple { get; set; }

    /// <summary>Consumer key and secret at Twitter, as user name and password. The secret is never shown; in a template it becomes a NoEcho parameter.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    [ArgumentCompleter(typeof(VariableCompleter<PSCredential>))]
    public PSCredential? Twitter { get; set; }

    private protected sealed override PoolChange Change(Predicate<string> isGiven)
    {
        var providers = Providers();
        return new(pool => providers.Aggregate(pool, Apply));
    }

    /// <summary>The pool with one of the providers.</summary>
    private protected abstract IdentityPool Apply(IdentityPool pool, LoginProvider provider);

    private ValueList<LoginProvider> Providers()
    {
        var named = new[]
        {
            Provider(LoginProviderName.Amazon, Amazon),
            Provider(LoginProviderName.Facebook, Facebook),
            Provider(LoginProviderName.Google, Google),
            Provider(LoginProviderName.Apple, Apple),
            Twitter is null ? null : TwitterArgument.Read(Twitter),
        };
        var given = named.OfType<LoginProvider>().ToValueList();
        return given.Count > 0 ? given : throw DefinitionErrors.Create(nameof(Messages.LoginProviderMissing), null);
    }

    private static LoginProvider? Provider(LoginProviderName name, TemplateArgument? appId) => appId is null ? null : LoginProvider.Create(name, appId.Value);
}
