namespace IdentityPools.Files;

/// <summary>A file that is to be written.</summary>
/// <param name="File">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Action">What writing it is called when the user is asked.</param>
internal sealed record PlannedFile(string File, ReadOnlyMemory<byte> Content, string Action);
