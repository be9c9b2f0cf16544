using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>A SAML provider: a definition, an ARN, or a function that gives one.</summary>
public sealed class SamlProviderArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public SamlProviderArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal SamlProvider Value => argument as SamlProvider ?? SamlProvider.Existing(WrittenArn.CheckEntity(TemplateValue.FromObject(argument)));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
