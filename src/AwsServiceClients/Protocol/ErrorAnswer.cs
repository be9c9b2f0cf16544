using Amazon.Runtime;

namespace AwsServiceClients.Protocol;

/// <summary>What an error answer says.</summary>
internal sealed record ErrorAnswer(string Code, string? Message, ErrorType Type = ErrorType.Unknown, string? RequestId = null);
