using AchieveApex.Api.Authentication;
using AchieveApex.Api.Docs;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources.Custom;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>
/// Puts the document and its reference page into the program. Neither needs a key; to whom sends one, the document tells the custom fields
/// of the organization as well, and is counted.
/// </summary>
internal static class DocumentationHosting
{
    public const string DocumentPath = "/openapi/v1.json";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => WireFormat.Apply(json.SerializerOptions));
        services.AddResponseCompression(options => options.EnableForHttps = true); // of pages alone: Pages.Site
        services.AddSingleton<IApiDescriptionProvider, ActionDescriptions>();
        services.AddSingleton<ActionRequests>().AddSingleton<DocumentText>().AddSingleton<ResourceDocs>();
        return services.AddOpenApi(
            Frame.Version,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = _ => null; // named and bounded by us
                options.AddDocumentTransformer<ApiDocument>();
            }
        );
    }

    public static void MapDocumentation(this WebApplication app)
    {
        app.MapMethods(
                DocumentPath,
                Reading,
                async (DocumentText document, OrganizationScope scope) =>
                    Results.Bytes(
                        await document.Read(scope.IsEntered ? scope.Caller.CustomFields : CustomFieldSets.None),
                        "application/json; charset=utf-8"
                    )
            )
            .AllowAnonymous()
            .WithMetadata(new TakesKeyAttribute())
            .ExcludeFromDescription();
    }
}
