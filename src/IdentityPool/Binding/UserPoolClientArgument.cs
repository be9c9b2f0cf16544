namespace IdentityPools.Binding;

/// <summary>An app client: a definition, an id, or a function that gives one.</summary>
public sealed class UserPoolClientArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public UserPoolClientArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal UserPoolClient Value => argument as UserPoolClient ?? UserPoolClient.Existing(TemplateValue.FromObject(argument));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
