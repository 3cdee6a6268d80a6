/** What other modules may ask of regions. Nothing here touches the database. */
export { findCommunity, findTownship } from './communityNames';
export { regionManifest } from './regionData';
export {
  childrenOf,
  findRegionName,
  regionExists,
  regionFullName,
  regionName,
  regionPath,
  regionPathNames,
} from './regionTree';
export { searchRegions } from './searchRegions';
