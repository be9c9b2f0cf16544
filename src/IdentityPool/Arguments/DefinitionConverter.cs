using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Arguments;

/// <summary>
/// Makes definitions of what is left of them when they come from a file of Export-Clixml, a job or another session. The types file names it, so that it works
/// wherever PowerShell converts: parameters, casts, and reading itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DefinitionConverter : PSTypeConverter
{
    private const string Deserialized = "Deserialized.";

    /// <summary>The property that holds the stored definition; the types file names it too.</summary>
    internal const string Property = "StoredDefinition";

    /// <summary>The text of a definition that leaves the process; the types file reads it as a hidden property.</summary>
    /// <param name="source">The definition.</param>
    /// <returns>The text.</returns>
    public static string GetStoredDefinition(PSObject source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return StoredDefinition.Write(source.BaseObject);
    }

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => TypeOf(sourceValue) == destinationType?.FullName;

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => CanConvertFrom(PSObject.AsPSObject(sourceValue), destinationType);

    /// <inheritdoc/>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            return Restored(sourceValue);
        }
        catch (DefinitionException exception)
        {
            throw new PSInvalidCastException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom(PSObject.AsPSObject(sourceValue), destinationType, formatProvider, ignoreCase);

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    /// <summary>Whether the object is what is left of a definition.</summary>
    internal static bool IsStored(PSObject value) => TypeOf(value) is not null;

    /// <summary>The definition that the object was. Nothing of the object runs: what was read has plain properties.</summary>
    /// <exception cref="DefinitionException">The object does not hold it whole, or another version of the module stored it.</exception>
    internal static object Restored(PSObject value) =>
        value.Properties[Property] is PSNoteProperty { Value: string text }
        && StoredDefinition.Read(text) is var definition
        && TypeOf(value) == definition.GetType().FullName
            ? definition
            : throw StoredDefinition.Damaged(Property);

    /// <summary>The same; null where it cannot be told.</summary>
    internal static object? Find(PSObject value)
    {
        try
        {
            return Restored(value);
        }
        catch (DefinitionException)
        {
            // Completion offers nothing of it; a command that is given it says why.
            return null;
        }
    }

    private static string? TypeOf(PSObject value) =>
        value.BaseObject is PSCustomObject
            ? value
                .TypeNames.Where(name => name.StartsWith(Deserialized, StringComparison.Ordinal))
                .Select(name => name[Deserialized.Length..])
                .FirstOrDefault(name => StoredDefinition.Types.Any(type => type.FullName == name))
            : null;
}
