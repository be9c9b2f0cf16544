using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Adds a user pool as a provider.</summary>
[Cmdlet(VerbsCommon.Add, "UserPoolAuthentication", HelpUri = HelpPages.Base + "Add-UserPoolAuthentication.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddUserPoolAuthenticationCommand : PoolCommand
{
    /// <summary>The user pool: id, ARN, provider name, intrinsic function, or a definition by New-UserPool.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument UserPool { get; set; } = null!;

    /// <summary>The app client: id, intrinsic function, or a definition by New-UserPoolClient. Without it a client is created.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    /// <summary>Accepts tokens of users who signed out or were deleted, until the tokens expire.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter DisableServerSideTokenCheck { get; set; }

    /// <summary>The name of a variable that receives the app client, like -OutVariable; with a + in front it is added to what the variable holds.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ClientVariable { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var authentication = Authentication();
        return new(pool => pool.WithUserPool(authentication)) { Doubts = WrittenUserPool.Doubt(authentication.UserPool) is { } doubt ? [doubt] : [] };
    }

    private protected override void Begin()
    {
        if (ClientVariable is not null)
        {
            SetClientVariable(ClientVariable, Authentication().UserPoolClient);
        }
    }

    private UserPoolAuthentication Authentication() =>
        new(UserPool.Value, UserPoolClient?.Value ?? IdentityPools.UserPoolClient.Generated, !DisableServerSideTokenCheck);

    private void SetClientVariable(string name, UserPoolClient client)
    {
        if (!name.StartsWith('+'))
        {
            SessionState.PSVariable.Set(name, client);
            return;
        }

        object?[] all = PSValue.Unwrapped(SessionState.PSVariable.GetValue(name[1..])) switch
        {
            null => [client],
            IList list => [.. list.Cast<object?>(), client],
            var single => [single, client],
        };
        SessionState.PSVariable.Set(name[1..], all);
    }
}
