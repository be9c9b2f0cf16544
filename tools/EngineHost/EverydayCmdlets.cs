using IdentityPools.EngineHost.Everyday;

namespace IdentityPools.EngineHost;

/// <summary>
/// The cmdlets of everyday that the engine's own package lacks and that examples and tests use. A closed list, with only the parameters in use: what is not
/// here fails, and nothing is faked silently.
/// </summary>
internal static class EverydayCmdlets
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ConvertFromCsvCommand),
        typeof(ConvertFromJsonCommand),
        typeof(FormatListCommand),
        typeof(GetChildItemCommand),
        typeof(GetContentCommand),
        typeof(GetVerbCommand),
        typeof(GroupObjectCommand),
        typeof(ImportPowerShellDataFileCommand),
        typeof(JoinPathCommand),
        typeof(OutStringCommand),
        typeof(PopLocationCommand),
        typeof(PushLocationCommand),
        typeof(SelectObjectCommand),
        typeof(SetContentCommand),
        typeof(SortObjectCommand),
        typeof(SplitPathCommand),
        typeof(TestPathCommand),
        typeof(WriteHostCommand),
        typeof(WriteOutputCommand),
    ];
}
