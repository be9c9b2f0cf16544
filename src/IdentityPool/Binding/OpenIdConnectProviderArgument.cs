using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>An OpenID Connect provider: a definition, an ARN, or a function that gives one.</summary>
public sealed class OpenIdConnectProviderArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public OpenIdConnectProviderArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal OpenIdConnectProvider Value =>
        argument as OpenIdConnectProvider ?? OpenIdConnectProvider.Existing(WrittenIssuer.Check(WrittenArn.CheckEntity(TemplateValue.FromObject(argument))));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
