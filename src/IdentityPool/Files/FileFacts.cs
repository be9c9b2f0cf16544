using System.Globalization;
using System.Management.Automation;

namespace IdentityPools.Files;

/// <summary>What a file is and whose, as PowerShell shows it in the column UnixMode: .NET itself does not tell a pipe or a device from a file.</summary>
/// <param name="Kind">File, Directory, NamedPipe, CharacterDevice ...</param>
/// <param name="Owner">The owner and the group.</param>
/// <param name="Links">Under how many names it is known.</param>
internal sealed record FileFacts(string Kind, (string User, string Group) Owner, int Links)
{
    private const string Unknown = "";

    public bool IsFile => Kind == "File";

    /// <summary>What is known of something that exists. Where nothing is known it is no file, which is never replaced.</summary>
    public static FileFacts Read(string path, ProviderIntrinsics provider)
    {
        var item = provider.Item.Get([@"Microsoft.PowerShell.Core\FileSystem::" + path], force: true, literalPath: true).FirstOrDefault();
        if (item?.Properties["UnixStat"]?.Value is not { } stat)
        {
            return new(Unknown, (Unknown, Unknown), 0);
        }

        var facts = PSObject.AsPSObject(stat).Properties;
        return new(Text("ItemType"), (Text("UserId"), Text("GroupId")), LanguagePrimitives.ConvertTo<int>(facts["HardlinkCount"]?.Value));

        string Text(string name) => Convert.ToString(facts[name]?.Value, CultureInfo.InvariantCulture) ?? Unknown;
    }
}
