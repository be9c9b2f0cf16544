using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the identity pools of a template: our own, the CDK's, or one written by hand.</summary>
internal static class TemplateImporter
{
    /// <param name="root">The tree of the template.</param>
    /// <param name="logicalIds">Which pools; all where none is named.</param>
    /// <param name="next">Called before each part that is read; what it throws ends the import.</param>
    /// <exception cref="DefinitionException">The tree is not a template, or has no such pool.</exception>
    public static ImportedTemplate Import(TemplateNode root, IReadOnlyCollection<string>? logicalIds = null, Action? next = null) =>
        Import(root, new EvaluationInput(), logicalIds, next);

    /// <summary>Reads the pools with the values of the template's parameters, conditions and mappings in them.</summary>
    /// <param name="root">The tree of the template.</param>
    /// <param name="input">The values.</param>
    /// <param name="logicalIds">Which pools; all where none is named.</param>
    /// <param name="next">Called before each part that is evaluated or read; what it throws ends the import.</param>
    /// <exception cref="DefinitionException">The tree is not a template, has no such pool, or does not take the values.</exception>
    public static ImportedTemplate Import(TemplateNode root, EvaluationInput input, IReadOnlyCollection<string>? logicalIds = null, Action? next = null)
    {
        var file = TemplateShape.Read(root);
        var template = new TemplateSource(file.Template, next);
        template.CheckMacros();
        var evaluated = input.IsEmpty ? null : TemplateEvaluator.Evaluate(file.Template, input, next);
        if (evaluated is not null)
        {
            template = new((TemplateMapping)evaluated.Root, next, evaluated);
            template.CheckMacros();
        }

        if (file.Warning is { } warning)
        {
            template.Say(warning);
        }

        var imported = Import(template, logicalIds ?? []);
        return evaluated is null ? imported : WithUnknown(imported, template, evaluated, file.Template);
    }

    /// <summary>Names what of the pools stayed unknown.</summary>
    private static ImportedTemplate WithUnknown(ImportedTemplate imported, TemplateSource template, EvaluatedTemplate evaluated, TemplateMapping root)
    {
        // What could not be read may be what a value would have told.
        var unknown = evaluated.Unknown.Where(value => template.IsCarried(value.Resource) || (value.IsMissing && imported.Errors.Count > 0)).ToList();
        CheckMissing(unknown, root);
        return imported with
        {
            Warnings = unknown
                .Select(value => MessageText.Format(nameof(Messages.ImportUnknownValue), value.Place, value.Name))
                .Concat(imported.Warnings)
                .Distinct()
                .ToValueList(),
        };
    }

    /// <summary>A value that could be given is asked for, all at once.</summary>
    private static void CheckMissing(List<UnknownValue> unknown, TemplateMapping root)
    {
        var missing = unknown.Where(value => value.IsMissing).Select(value => value.Name).Distinct().ToList();
        if (missing.Count > 0)
        {
            var parameters = new ParameterValues(root["Parameters"] as TemplateMapping ?? [], null);
            throw DefinitionErrors.Create(
                nameof(Messages.ParameterValueMissing),
                missing,
                string.Join(
                    ", ",
                    missing.Select(name => parameters.IsOfSystemsManager(name) ? MessageText.Format(nameof(Messages.ParameterOfSystemsManager), name) : name)
                )
            );
        }
    }

    private static ImportedTemplate Import(TemplateSource template, IReadOnlyCollection<string> logicalIds)
    {
        var sources = template.OfType(ResourceTypes.IdentityPool).ToList();
        var missing = logicalIds.FirstOrDefault(id => template.Find(id, ResourceTypes.IdentityPool) is null);
        if (missing is not null)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UnknownLogicalId),
                missing,
                missing,
                string.Join(", ", sources.Select(source => source.Id).DefaultIfEmpty(Messages.NoProviders))
            );
        }

        if (sources.Count == 0)
        {
            throw template.OfType(ResourceTypes.RoleAttachment).Concat(template.OfType(ResourceTypes.PrincipalTag)).FirstOrDefault() is { } part
                ? DefinitionErrors.Create(nameof(Messages.PoolElsewhere), part.Id, part.Id, part.Type, part.PoolId)
                : DefinitionErrors.Create(nameof(Messages.NoIdentityPool), null);
        }

        var wanted = logicalIds.ToHashSet(StringComparer.Ordinal);
        var pools = new List<IdentityPool>();
        var faults = new List<DefinitionException>();
        foreach (var source in sources.Where(source => wanted.Count == 0 || wanted.Contains(source.Id)))
        {
            template.Proceed();
            try
            {
                var pool = new PoolImporter(source).Import();
                foreach (var doubt in ImportDoubts.Find(pool))
                {
                    template.Warn(nameof(Messages.ImportDoubt), source.Id, doubt);
                }

                pools.Add(pool);
            }
            catch (DefinitionException exception)
            {
                faults.Add(DefinitionErrors.CreateWithSentence(exception.ErrorId, nameof(Messages.ImportFault), source.Id, source.Id, exception.Message));
            }
        }

        template.WarnOfReferences();
        return new(pools.ToValueList(), template.Warnings.ToValueList(), faults.ToValueList());
    }
}

/// <summary>What a template says about identity pools.</summary>
/// <param name="Pools">The pools that could be read.</param>
/// <param name="Warnings">What could not be imported, each naming its place.</param>
/// <param name="Errors">The pools that could not be read, with the reason.</param>
internal sealed record ImportedTemplate(ValueList<IdentityPool> Pools, ValueList<string> Warnings, ValueList<DefinitionException> Errors);

/// <summary>What a definition that others wrote holds though it would be refused in one's own: AWS may take it, so it is imported and spoken of.</summary>
internal static class ImportDoubts
{
    public static IEnumerable<string> Find(IdentityPool pool)
    {
        var roles = pool.Roles;
        var entities = roles
            .Select(role => role.TypedArn)
            .Concat(roles.Select(role => role.TypedPermissionsBoundary))
            .Concat(roles.SelectMany(role => role.TypedManagedPolicyArns))
            .Concat(pool.OpenIdConnectProviders.Select(provider => provider.TypedArn))
            .Concat(pool.SamlProviders.Select(provider => provider.TypedArn))
            .OfType<TemplateValue>()
            .Select(WrittenArn.EntityError);
        var issuers = pool
            .OpenIdConnectProviders.Select(provider => provider.TypedArn ?? provider.TypedUrl)
            .OfType<TemplateValue>()
            .Select(WrittenIssuer.Error);
        var statements = roles.SelectMany(role => role.Statements).ToList();
        var regions = pool.UserPools.Select(authentication => authentication.UserPool.TypedId?.Literal).OfType<string>().Select(UserPool.RegionOf).ToList();
        return
        [
            .. entities
                .Concat(issuers)
                .OfType<DefinitionException>()
                .Concat(statements.SelectMany(WrittenStatement.Errors))
                .Select(exception => exception.Message),
            .. regions.Select(AwsRegion.Error).OfType<DefinitionException>().Select(exception => exception.Message),
            .. statements.SelectMany(WrittenStatement.Doubts),
            .. pool
                .UserPools.SelectMany(known => known.UserPoolClient.TypedCallbackUrls.Concat(known.UserPoolClient.TypedLogoutUrls))
                .Select(url => url.Literal)
                .OfType<string>()
                .Where(IsLoopbackAddress)
                .Distinct()
                .Select(url => MessageText.Format(nameof(Messages.LoopbackCallback), url)),
            .. regions.Where(region => AwsRegion.Error(region) is null && !AwsRegion.Known.Contains(region)).Distinct().Select(AwsRegion.Doubt),
        ];
    }

    private static bool IsLoopbackAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttp
        && url.Host != "localhost"
        && UserPoolClientRules.IsOfThisMachine(url);
}
