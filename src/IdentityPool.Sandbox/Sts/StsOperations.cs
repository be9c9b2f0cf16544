using System.Text.Json.Nodes;
using IdentityPools.Policies;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Sts;

/// <summary>The operations of STS for one call.</summary>
/// <param name="account">The roles of the account.</param>
/// <param name="context">The call.</param>
/// <param name="sessions">The sessions of all roles by access key.</param>
internal sealed class StsOperations(IamAccount account, SandboxContext context, Dictionary<string, StsSession> sessions)
{
    private readonly StsSession? caller = context.AccessKeyId is { } key ? sessions.GetValueOrDefault(key) : null;

    /// <summary>The federated principal of identity pools where the call went.</summary>
    private string Principal => context.Partition.TrustPrincipal;

    private string CallerArn => caller?.Arn ?? account.Arn("user/sandbox");

    /// <summary>Who signed a request: a role's session by its access key, everyone else is the account's administrator.</summary>
    public JsonObject GetCallerIdentity()
    {
        return new()
        {
            ["UserId"] = caller?.UserId ?? "AIDASANDBOXSANDBOXSAN",
            ["Account"] = account.AccountId,
            ["Arn"] = CallerArn,
        };
    }

    public JsonObject AssumeRoleWithWebIdentity(JsonObject input)
    {
        var identity = WebIdentity.Read((string)input["WebIdentityToken"]!);
        if (identity.Issuer != $"https://{Principal}")
        {
            throw new SandboxServiceException("InvalidIdentityToken", $"No OpenIDConnect provider found in your account for {identity.Issuer}", 400);
        }

        if (identity.Expiration <= context.Time)
        {
            throw new SandboxServiceException(
                "ExpiredTokenException",
                $"Token expired: current date/time {context.Time.ToUnixTimeSeconds()} must be before the expiration date/time {identity.Expiration.ToUnixTimeSeconds()}",
                400
            );
        }

        var role = account.RoleOf((string)input["RoleArn"]!);
        if (role is null || !identity.MayAssume(role, Principal))
        {
            throw new SandboxServiceException("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
        }

        var answer = Begin(role, input).ToAnswer();
        answer["SubjectFromWebIdentityToken"] = identity.Subject;
        answer["Provider"] = Principal;
        answer["Audience"] = identity.Audience;
        return answer;
    }

    public JsonObject AssumeRole(JsonObject input)
    {
        var arn = (string)input["RoleArn"]!;
        var keys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if ((string?)input["ExternalId"] is { } externalId)
        {
            keys["sts:ExternalId"] = [externalId];
        }

        var request = new TrustRequest("sts:AssumeRole", "AWS", [CallerArn, account.AccountId, account.Arn("root")], keys);
        return account.RoleOf(arn) is { } role && request.IsGrantedBy(role.TrustPolicy)
            ? Begin(role, input).ToAnswer()
            : throw new SandboxServiceException("AccessDenied", $"User: {CallerArn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
    }

    private StsSession Begin(IamRole role, JsonObject input)
    {
        if ((string?)input["Policy"] is { } policy)
        {
            PermissionRules.Check(policy);
        }

        var seconds = (int?)input["DurationSeconds"] ?? Limits.DefaultSessionDuration;
        if (seconds > role.MaxSessionDuration)
        {
            throw IamErrors.ValidationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        var session = new StsSession(role, (string)input["RoleSessionName"]!, account.Partition, account.AccountId, context.Time.AddSeconds(seconds));
        sessions.Add(session.AccessKeyId, session);
        return session;
    }
}
