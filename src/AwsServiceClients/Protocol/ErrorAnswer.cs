using Amazon.Runtime;

namespace Amazon.Protocol;

/// <summary>What an error answer says.</summary>
internal sealed record ErrorAnswer(string Code, string? Message, ErrorType Type = ErrorType.Unknown, string? RequestId = null);
