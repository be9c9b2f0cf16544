using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>
/// Definitions as text for where objects do not go: the files of Export-Clixml, jobs, other sessions. It keeps all of a definition, what it was read from too,
/// but for the secret, of which it keeps the name of the parameter that will hold it.
/// </summary>
internal static class StoredDefinition
{
    /// <summary>Goes up with every change of what is stored; a test knows what that is.</summary>
    public const int Version = 3;

    /// <summary>The oldest version that is read.</summary>
    private const int OldestVersion = 1;

    private const string VersionKey = "Version";
    private const string TypeKey = "Type";
    private const string DigestKey = "Digest";
    private const string ValueKey = "Value";

    /// <summary>What a command takes as a definition.</summary>
    public static readonly ValueList<Type> Types =
    [
        typeof(IdentityPool),
        typeof(IdentityPoolRole),
        typeof(LoginProvider),
        typeof(OpenIdConnectProvider),
        typeof(PolicyStatement),
        typeof(PrincipalTagMapping),
        typeof(RoleMapping),
        typeof(RoleMappingRule),
        typeof(SamlProvider),
        typeof(UserPool),
        typeof(UserPoolAuthentication),
        typeof(UserPoolClient),
        typeof(UserPoolGroup),
    ];

    public static string Write(object definition) => Write(definition.GetType().Name, StoredFields.Write(definition));

    internal static string Write(string type, TemplateNode value) =>
        JsonTemplateText.Compact(
            new TemplateMapping
            {
                { VersionKey, Version },
                { TypeKey, type },
                { DigestKey, DigestOf(value) },
                { ValueKey, value },
            }
        );

    /// <summary>The definition that a text was made of.</summary>
    /// <exception cref="DefinitionException">The text is of another version, or it was changed.</exception>
    public static object Read(string text)
    {
        TemplateNode node;
        try
        {
            node = new JsonTemplateText().Read(text);
        }
        catch (TemplateTextException exception)
        {
            throw Damaged(exception.Message);
        }

        var version = ((node as TemplateMapping)?[VersionKey] as TemplateScalar)?.Text;
        var number = 0;
        if (
            version is not null
            && !(int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= OldestVersion and <= Version)
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.StoredVersionUnknown), version, version, Version);
        }

        return
            node is TemplateMapping { Count: 4 } stored
            && version is not null
            && stored[TypeKey] is TemplateScalar { Text: var name }
            && Types.FirstOrDefault(type => type.Name == name) is { } type
            && stored[ValueKey] is { } value
            && stored[DigestKey] is TemplateScalar { Text: var digest }
            ? digest == DigestOf(value)
                ? StoredFields.Read(value, type, isOlder: number < Version)
                : throw Damaged(DigestKey)
            : throw Damaged(TypeKey);
    }

    /// <summary>
    /// Tells a text that was changed: what is restored is not checked again, part by part, as a definition is when it is made. It does not tell who made the text.
    /// </summary>
    private static string DigestOf(TemplateNode value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToString())));

    /// <summary>The error for a text that no version of the module has written.</summary>
    /// <param name="place">Where it differs.</param>
    public static DefinitionException Damaged(string place) => DefinitionErrors.Create(nameof(Messages.StoredDefinitionDamaged), place, place);
}
