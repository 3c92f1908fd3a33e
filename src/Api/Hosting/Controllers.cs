using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace AchieveApex.Api.Hosting;

/// <summary>Where controllers are looked for: among the public types. A look at all of them would load every library, used or not.</summary>
internal sealed class Controllers : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => nameof(Controllers);

    public IEnumerable<TypeInfo> Types => typeof(Controllers).Assembly.GetExportedTypes().Select(type => type.GetTypeInfo());
}
